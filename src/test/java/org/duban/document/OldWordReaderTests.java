package org.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.document.Reading.cells;
import static org.duban.document.Reading.read;

import java.io.IOException;
import org.duban.extraction.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OldWordReaderTests {

    private static final int[] EDGES = {0, 2000, 4000, 6000};

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsParagraphsAndTablesInTheirOrder(boolean levels) throws IOException {
        byte[] file = new OldWordFile(levels)
                .paragraph("重点任务分工表")
                .row(new String[] {"序号", "任务", "单位"}, EDGES, new int[3])
                .row(new String[] {"1", "建设平台", "省科技厅"}, EDGES, new int[] {0x60, 0, 0})
                .row(new String[] {"", "培育企业", "省教育厅"}, EDGES, new int[] {0x20, 0, 0})
                .row(new String[] {"备注", "两格合一"}, new int[] {0, 2000, 6000}, new int[2])
                .paragraph("以上\u000B任务\u0013 PAGE \u0014 3\u0015项")
                .bytes();

        Source source = read("a.doc", file);

        assertThat(source.text()).isEqualTo("重点任务分工表\n序号\t任务\t单位\n1\t建设平台\t省科技厅\n\t培育企业\t省教育厅\n备注\t两格合一\n以上\n任务 3项\n");
        assertThat(cells(source, 0))
                .contains("1,0 2x1: 1", "2,1: 培育企业", "2,2: 省教育厅", "3,1 1x2: 两格合一")
                .hasSize(10);
    }

    @Test
    void losesNoTextOfATableThatItCannotRead() throws IOException {
        byte[] file = new OldWordFile(true)
                .row(new String[] {"建设平台", "省科技厅"}, new int[] {0, 2000, 4000}, new int[2])
                .bytes();

        assertThat(read("a.doc", file).text()).contains("建设平台\n", "省科技厅\n");
    }
}
