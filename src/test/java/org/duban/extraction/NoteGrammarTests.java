package org.duban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a note says, notation by notation: leads | cooperating | joint. */
class NoteGrammarTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            textBlock =
                    """
                    省科技厅负责                                          = | | 省科技厅
                    省科技厅、省财政厅                                    = | | 省科技厅 省财政厅
                    省科技厅牵头，省财政厅配合                            = 省科技厅 | 省财政厅 |
                    由省科技厅牵头，省财政厅、省教育厅配合                = 省科技厅 | 省财政厅 省教育厅 |
                    省科技厅牵头，省财政厅、省教育厅按职责分工负责        = 省科技厅 | 省财政厅 省教育厅 |
                    省科技厅、省财政厅共同牵头                            = 省科技厅 省财政厅 | |
                    省科技厅会同省财政厅、省教育厅负责                    = 省科技厅 | 省财政厅 省教育厅 |
                    省科技厅商省财政厅负责                                = 省科技厅 | 省财政厅 |
                    省科技厅、省商务厅按职责分工负责                      = | | 省科技厅 省商务厅
                    省科技厅负责，省财政厅配合                            = | 省财政厅 | 省科技厅
                    省科技厅负责牵头，省财政厅协助                        = 省科技厅 | 省财政厅 |
                    责任单位：省科技厅、省财政厅                          = | | 省科技厅 省财政厅
                    责任部门：省科技厅牵头，省财政厅参加                  = 省科技厅 | 省财政厅 |
                    牵头单位：省科技厅；配合单位：省财政厅、省教育厅等部门 = 省科技厅 | 省财政厅 省教育厅 |
                    牵头单位：省科技厅，责任单位：省财政厅                = 省科技厅 | 省财政厅 |
                    主办单位：省科技厅；协办单位：省财政厅                = 省科技厅 | 省财政厅 |
                    责任单位为省科技厅、省财政厅                          = | | 省科技厅 省财政厅
                    省科技厅（牵头）、省财政厅                            = 省科技厅 | 省财政厅 |
                    ★省科技厅、省财政厅                                   = 省科技厅 | 省财政厅 |
                    沈阳市、大连市，省科技厅                              = | | 沈阳市 大连市 省科技厅
                    省科技厅/省财政厅                                     = | | 省科技厅 省财政厅
                    省科技厅等和各省级人民政府负责                        = | | 省科技厅 各省级人民政府
                    省科技厅等国务院相关部门及各地区按职责分工负责        = | | 省科技厅 国务院相关部门 各地区
                    省科技厅等10个部门                                    = | | 省科技厅
                    住房和城乡建设部、文化和旅游部                        = | | 住房和城乡建设部 文化和旅游部
                    教育部和科技部负责                                    = | | 教育部 科技部
                    国务院相关部门和单位负责                              = | | 国务院相关部门和单位
                    省级帮扶集团牵头单位和有关区县政府具体负责            = | | 省级帮扶集团牵头单位 有关区县政府
                    各市、县（市、区）人民政府负责                        = | | 各市、县（市、区）人民政府
                    各市、州、县人民政府，省科技厅                        = | | 各市、州、县人民政府 省科技厅
                    省促进产业发展工作领导小组各成员单位                  = | | 省促进产业发展工作领导小组各成员单位
                    市推进办公室、开发区执行委员会负责                    = | | 市推进办公室 开发区执行委员会
                    市委编办、区数据中心（区数字办）                      = | | 市委编办 区数据中心（区数字办）
                    省科技厅省财政厅                                      = | | 省科技厅 省财政厅
                    省科技厅省、教育厅                                    = | | 省科技厅 省教育厅
                    省科技厅牵头，区办公室法规处负责法制审查工作          = 省科技厅 | 区办公室法规处 |
                    省科技厅、省财政厅负责；完成时限：2025年6月底前       = | | 省科技厅 省财政厅
                    省科技厅2025年6月底前完成                             = | | 省科技厅
                    5分，责任单位：省科技厅                               = | | 省科技厅
                    责任领导：某某；责任单位：省科技厅                    = | | 省科技厅
                    以上三项工作牵头单位：省科技厅                        = 省科技厅 | |
                    """)
    void says(String note, String expected) {
        assertThat(roles(note)).isEqualTo(expected.replaceAll("\\s+", " ").strip());
    }

    @Test
    void takesTheFirstOfPlainListsAsLeadOnceThatIsSaid() {
        List<ExtractedTask> tasks = tasks(
                """
                （一）甲事。做好甲事。（省科技厅、省财政厅负责，列第一位者为牵头单位，下同）
                （二）乙事。做好乙事。（省教育厅、省商务厅负责）
                （三）丙事。做好丙事。（各部门、各市负责）
                """);

        assertThat(tasks.get(0).names(Responsibility.Role.LEAD)).containsExactly("省科技厅");
        assertThat(tasks.get(1).names(Responsibility.Role.LEAD)).containsExactly("省教育厅");
        assertThat(tasks.get(1).warnings()).extracting(Warning::kind).contains(Warning.Kind.BY_EARLIER_RULE);
        assertThat(tasks.get(2).names(Responsibility.Role.LEAD))
                .as("a group leads no other groups")
                .isEmpty();
    }

    @Test
    void addsGroupsThatAreNotListedAgain() {
        List<ExtractedTask> tasks = tasks(
                """
                （一）甲事。做好甲事。（责任单位：省科技厅，以下责任单位均包括各设区市人民政府，不再列出）
                （二）乙事。做好乙事。（责任单位：省教育厅）
                """);

        assertThat(tasks.get(1).names(Responsibility.Role.JOINT)).containsExactly("省教育厅", "各设区市人民政府");
    }

    @Test
    void spreadsAFooterOverTheItemsAboveIt() {
        List<ExtractedTask> tasks = tasks(
                """
                （一）人才
                1.培养人才。
                2.引进人才。
                3.留住人才。
                （以上三项工作牵头单位：省委组织部）
                """);

        assertThat(tasks).extracting(ExtractedTask::title).containsExactly("培养人才", "引进人才", "留住人才");
        assertThat(tasks).allSatisfy(task -> assertThat(task.names(Responsibility.Role.LEAD))
                .containsExactly("省委组织部"));
    }

    @Test
    void partsAClauseWithSeveralNotes() {
        List<ExtractedTask> tasks = tasks("1.扩大出口。建立清单。（合肥海关负责）巩固优势，扩大占比。（省商务厅牵头，合肥海关配合）\n");

        assertThat(tasks).extracting(ExtractedTask::no).containsExactly("1", "1续");
        assertThat(tasks).extracting(ExtractedTask::title).containsExactly("扩大出口", "巩固优势，扩大占比");
    }

    private static String roles(String note) {
        Note parsed = NoteParser.parse(NoteText.of(Reading.of(note), 0, note.length()));
        List<Responsibility> all = new Rules(Reading.of(note), List.of()).apply(List.of(parsed), new ArrayList<>());
        return (join(all, Responsibility.Role.LEAD)
                        + " | "
                        + join(all, Responsibility.Role.COOPERATING)
                        + " | "
                        + join(all, Responsibility.Role.JOINT))
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String join(List<Responsibility> all, Responsibility.Role role) {
        return String.join(
                " ",
                all.stream()
                        .filter(each -> each.role() == role)
                        .map(Responsibility::name)
                        .toList());
    }

    private static List<ExtractedTask> tasks(String text) {
        return Extractor.extract(Source.of(text)).getFirst().tasks();
    }
}
