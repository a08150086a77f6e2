package org.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.document.Reading.cell;
import static org.duban.document.Reading.cells;
import static org.duban.document.Reading.docx;
import static org.duban.document.Reading.paragraph;
import static org.duban.document.Reading.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.duban.extraction.Source;
import org.junit.jupiter.api.Test;

class WordReaderTests {

    private static final String LISTS =
            """
            <w:abstractNum w:abstractNumId='7'>
              <w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCountingThousand'/><w:lvlText w:val='%1、'/></w:lvl>
              <w:lvl w:ilvl='1'><w:numFmt w:val='japaneseCounting'/><w:lvlText w:val='（%2）'/></w:lvl>
              <w:lvl w:ilvl='2'><w:numFmt w:val='decimal'/><w:lvlText w:val='%3.'/></w:lvl>
              <w:lvl w:ilvl='3'><w:numFmt w:val='decimal'/><w:isLgl/><w:suff w:val='nothing'/><w:lvlText w:val='%1.%3.%4'/></w:lvl>
              <w:lvl w:ilvl='4'><w:numFmt w:val='bullet'/><w:lvlText w:val='●'/></w:lvl>
            </w:abstractNum>
            <w:num w:numId='1'><w:abstractNumId w:val='7'/></w:num>
            <w:num w:numId='2'><w:abstractNumId w:val='7'/>
              <w:lvlOverride w:ilvl='0'><w:startOverride w:val='5'/></w:lvlOverride></w:num>
            """;

    @Test
    void readsParagraphsAndTablesInTheirOrder() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("重点任务分工表");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("重点任务");
            table.getRow(0).getCell(1).setText("责任单位");
            table.getRow(1).getCell(0).setText("建设平台");
            table.getRow(1).getCell(1).setText("省科技厅");
            table.getRow(1).getCell(1).addParagraph().createRun().setText("省教育厅");
            document.createParagraph().createRun().setText("以上任务按年度推进。");
            document.createHeader(org.apache.poi.wp.usermodel.HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("页眉");
            document.write(file);
        }

        Source source = read("a.docx", file.toByteArray());

        assertThat(source.text()).isEqualTo("重点任务分工表\n重点任务\t责任单位\n建设平台\t省科技厅\n省教育厅\n以上任务按年度推进。\n");
        assertThat(cells(source, 0)).containsExactly("0,0: 重点任务", "0,1: 责任单位", "1,0: 建设平台", "1,1: 省科技厅\n省教育厅");
        assertThat(source.tables().getFirst().range().of(source.text()))
                .startsWith("重点任务\t")
                .endsWith("省教育厅");
    }

    @Test
    void writesTheNumbersOfListsIntoTheText() {
        String body = listed(1, 0, "总体要求")
                + listed(1, 0, "主要任务")
                + listed(1, 1, "夯实基础")
                + listed(1, 2, "建设平台")
                + listed(1, 3, "布局")
                + listed(1, 4, "圆点")
                + listed(1, 1, "培育企业")
                + listed(1, 2, "引进人才")
                + listed(2, 0, "重新开始")
                + listed(1, 0, "保障措施")
                + listed(0, 0, "没有编号");

        assertThat(read("a.docx", docx(body, Map.of("numbering", LISTS))).text())
                .isEqualTo(
                        "一、总体要求\n二、主要任务\n（一）夯实基础\n1. 建设平台\n2.1.1布局\n圆点\n（二）培育企业\n1. 引进人才\n" + "五、重新开始\n三、保障措施\n没有编号\n");
    }

    @Test
    void takesTheListFromTheStyleOfAParagraph() {
        String styles =
                """
                <w:style w:type='paragraph' w:styleId='top'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>
                <w:style w:type='paragraph' w:styleId='sub'><w:basedOn w:val='top'/>
                  <w:pPr><w:numPr><w:ilvl w:val='1'/></w:numPr></w:pPr></w:style>
                <w:style w:type='paragraph' w:styleId='round'><w:basedOn w:val='round'/></w:style>
                """;
        String body = styled("top", "一级") + styled("sub", "二级") + styled("top", "一级") + styled("round", "循环");

        assertThat(read("a.docx", docx(body, Map.of("numbering", LISTS, "styles", styles)))
                        .text())
                .isEqualTo("一、一级\n（一）二级\n二、一级\n循环\n");
    }

    @Test
    void knowsMergedCells() {
        String down = "<w:vMerge w:val='restart'/>";
        String table = "<w:tbl><w:tblGrid/>"
                + row(cell("<w:gridSpan w:val='2'/>", "任务"), cell("", "牵头"), cell("", "配合"))
                + row(cell(down, "基础"), cell("", "平台"), cell("", "省科技厅"), cell(down, "各市"))
                + row(cell("<w:vMerge/>", ""), cell("", "人才"), cell("", "省人社厅"), cell("<w:vMerge/>", ""))
                + "</w:tbl>";

        Source source = read("a.docx", docx(table));

        assertThat(source.text()).isEqualTo("任务\t\t牵头\t配合\n基础\t平台\t省科技厅\t各市\n\t人才\t省人社厅\n");
        assertThat(cells(source, 0))
                .containsExactly(
                        "0,0 1x2: 任务",
                        "0,2: 牵头",
                        "0,3: 配合",
                        "1,0 2x1: 基础",
                        "1,1: 平台",
                        "1,2: 省科技厅",
                        "1,3 2x1: 各市",
                        "2,1: 人才",
                        "2,2: 省人社厅");
    }

    @Test
    void showsChangesAsAccepted() {
        String body = "<w:p><w:r><w:t>由</w:t></w:r><w:del><w:r><w:delText>省教育厅</w:delText></w:r></w:del>"
                + "<w:ins><w:r><w:t>省科技厅</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'>牵头 </w:t></w:r>"
                + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r></w:p>"
                + "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>整段删去</w:delText></w:r></w:del></w:p>"
                + "<w:tbl>" + row(cell("", "甲"), cell("", "乙"))
                + "<w:tr><w:trPr><w:del/></w:trPr>" + cell("", "删") + cell("", "去") + "</w:tr>"
                + row(cell("", "丙"), cell("", "丁")) + "</w:tbl>";

        assertThat(read("a.docx", docx(body)).text()).isEqualTo("由省科技厅牵头 \n甲\t乙\n丙\t丁\n");
    }

    @Test
    void losesNoTextThatStandsAside() {
        String box = "<w:txbxContent>" + paragraph("框内") + "</w:txbxContent>";
        String body = "<w:sdt><w:sdtContent>" + paragraph("控件") + "</w:sdtContent></w:sdt>"
                + "<w:p><w:hyperlink><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:r><mc:AlternateContent>"
                + "<mc:Choice><v:shape>" + box + "</v:shape></mc:Choice><mc:Fallback>" + box + "</mc:Fallback>"
                + "</mc:AlternateContent></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
                + "<w:tbl>"
                + row(cell("", "外一"), "<w:tc><w:tbl>" + row(cell("", "内一"), cell("", "内二")) + "</w:tbl></w:tc>")
                + row(cell("", "外三"), cell("", "外四")) + "</w:tbl>";
        String notes = "<w:footnote w:type='separator'>" + paragraph("线") + "</w:footnote><w:footnote>"
                + paragraph("脚注") + "</w:footnote>";

        Source source = read("a.docx", docx(body, Map.of("footnotes", notes)));

        assertThat(source.text()).isEqualTo("控件\n链接\n框内\n外一\t内一 内二\n外三\t外四\n脚注\n");
        assertThat(source.tables()).hasSize(1);
    }

    @Test
    void takesAFrameAroundTheTextForNoTable() {
        String body = "<w:tbl>"
                + row("<w:tc>" + paragraph("一、任务") + "<w:tbl>"
                        + row(cell("", "任务"), cell("", "单位")) + row(cell("", "建设"), cell("", "省科技厅"))
                        + "</w:tbl></w:tc>")
                + "</w:tbl>";

        Source source = read("a.docx", docx(body));

        assertThat(source.text()).isEqualTo("一、任务\n任务\t单位\n建设\t省科技厅\n");
        assertThat(cells(source, 0)).containsExactly("0,0: 任务", "0,1: 单位", "1,0: 建设", "1,1: 省科技厅");
    }

    private static String row(String... cells) {
        return "<w:tr>" + String.join("", cells) + "</w:tr>";
    }

    private static String listed(int list, int level, String text) {
        return "<w:p><w:pPr><w:numPr><w:ilvl w:val='%d'/><w:numId w:val='%d'/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>"
                .formatted(level, list, text);
    }

    private static String styled(String style, String text) {
        return "<w:p><w:pPr><w:pStyle w:val='%s'/></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>".formatted(style, text);
    }
}
