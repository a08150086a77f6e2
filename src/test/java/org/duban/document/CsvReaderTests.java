package org.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.document.Reading.cells;
import static org.duban.document.Reading.read;

import java.nio.charset.Charset;
import org.duban.extraction.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReaderTests {

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheSeparator(String separator) {
        String table = String.join("\r\n", "序号,任务,单位", "1,\"建设“平台”,\n落实\"\"三项\"\"\",省科技厅", ",,", "2,培育,")
                .replace(",", separator);

        Source source = read("a.csv", table.getBytes(Charset.forName("GB18030")));

        assertThat(cells(source, 0))
                .containsExactly(
                        "0,0: 序号",
                        "0,1: 任务",
                        "0,2: 单位",
                        "1,0: 1",
                        "1,1: 建设“平台”" + (separator.equals("\t") ? " " : separator) + "\n落实\"三项\"",
                        "1,2: 省科技厅",
                        "2,0: 2",
                        "2,1: 培育");
    }

    @Test
    void readsOnWhereAQuoteIsNotClosed() {
        assertThat(read("a.csv", "任务,单位\n\"建设,省科技厅").text()).contains("建设,省科技厅");
    }
}
