package org.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.document.Reading.cells;
import static org.duban.document.Reading.read;

import java.nio.charset.Charset;
import org.duban.extraction.Source;
import org.junit.jupiter.api.Test;

class HtmlReaderTests {

    @Test
    void writesBlocksAsLines() {
        String page =
                """
                <!DOCTYPE html><html><head><title>标题</title><style>p{}</style></head><body>
                <nav>首页 &gt; 政策</nav><script>alert(1)</script><div style="display: none">看不见</div>
                <h1>实施方案</h1>
                <div>一、总体<b>要求</b><p>第一段
                  续行<br/>换行</p>尾</div>
                <ol><li>甲</li><li>乙</li></ol><ul><li>丙</li></ul><pre>a
                b</pre></body></html>
                """;

        assertThat(read("a.html", page).text()).isEqualTo("实施方案\n一、总体要求\n第一段 续行\n换行\n尾\n1. 甲\n2. 乙\n丙\na\nb\n");
    }

    @Test
    void knowsMergedCells() {
        String page =
                """
                <table><thead><tr><th>序号<th colspan=2>任务<th>单位</tr></thead>
                <tr><td rowspan=2>1<td>甲<td>甲一<td rowspan="0">省科技厅<br>省教育厅</tr>
                <tr><td>乙<td>乙一</tr></table>
                """;

        Source source = read("page", page);

        assertThat(source.text()).isEqualTo("序号\t任务\t\t单位\n1\t甲\t甲一\t省科技厅\n省教育厅\n\t乙\t乙一\n");
        assertThat(cells(source, 0))
                .containsExactly(
                        "0,0: 序号",
                        "0,1 1x2: 任务",
                        "0,3: 单位",
                        "1,0 2x1: 1",
                        "1,1: 甲",
                        "1,2: 甲一",
                        "1,3 2x1: 省科技厅\n省教育厅",
                        "2,1: 乙",
                        "2,2: 乙一");
    }

    @Test
    void findsTheTableInAPageThatIsLaidOutWithTables() {
        String page = "<html><table><tr><td>菜单</td><td><h2>方案</h2><table><tr><td>任务<td>单位<tr><td>建设<td>省科技厅"
                + "<tr><td>培育<td>省教育厅</table></td></tr><tr><td>友情链接<td>版权</table></html>";

        Source source = read("page.htm", page);

        assertThat(source.text()).isEqualTo("菜单\n方案\n任务\t单位\n建设\t省科技厅\n培育\t省教育厅\n友情链接\n版权\n");
        assertThat(source.tables()).hasSize(1);
    }

    @Test
    void believesTheBytesMoreThanTheDeclaration() {
        String page =
                "<html><head><meta http-equiv='Content-Type' content='text/html; charset=gb2312'></head>镕基</html>";

        assertThat(read("a.html", page.getBytes(Charset.forName("GB18030"))).text())
                .isEqualTo("镕基\n");
        assertThat(read("a.html", page).text()).isEqualTo("镕基\n");
        assertThat(read(
                                "a.html",
                                page.replace("gb2312", "big5").replace("镕", "鎔").getBytes(Charset.forName("Big5")))
                        .text())
                .isEqualTo("鎔基\n");
    }
}
