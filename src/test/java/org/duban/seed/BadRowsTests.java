package org.duban.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadRowsTests {

    private static final String SOUND_BEFORE = "  - {no: 1, title: 甲, lead: [省科技厅]}\n";
    private static final String SOUND_AFTER = "  - {no: 3, title: 丙, joint: [各市]}\n";

    private SeedFolder folder;

    @BeforeEach
    void createFolder(@TempDir Path directory) throws IOException {
        folder = new SeedFolder(directory);
    }

    @Test
    void reportsUnknownDepartment() throws IOException {
        refuses(
                """
                  - no: 2
                    title: 乙
                    lead: [省科技厅]
                    cooperating:
                      - 各市
                      - 省科技局
                """,
                "14: unknown department “省科技局”");
    }

    @Test
    void doesNotLookIntoAnotherProvince() throws IOException {
        folder.directive("00-zj.yaml", SeedFolder.HEAD.replace("辽宁省", "浙江省") + SOUND_BEFORE);
        assertThat(folder.problems()).containsExactly("directives/00-zj.yaml:8: unknown department “省科技厅”");
    }

    @Test
    void looksIntoTheNationLast() throws IOException {
        folder.directive("00-ln.yaml", SeedFolder.HEAD + "  - {no: 1, title: 甲, lead: [科技部]}\n");
        assertThat(folder.read().directives().getFirst().rows().getFirst().assignments())
                .containsExactly(new SeedAssignment("most", "科技部", SeedAssignment.Role.LEAD));
    }

    @Test
    void reportsDuplicateNumber() throws IOException {
        refuses("  - title: 乙\n    no: 1\n", "10: duplicate row number “1”");
    }

    @Test
    void reportsMalformedDate() throws IOException {
        refuses(
                "  - no: 2\n    title: 乙\n    due: 2020-02-30\n",
                "11: “due” must be a date like 2020-12-31, not “2020-02-30”");
    }

    @Test
    void reportsMissingTitle() throws IOException {
        refuses("  - no: 2\n    lead: [省科技厅]\n", "9: missing “title”");
    }

    @Test
    void reportsEmptyTitle() throws IOException {
        refuses("  - no: 2\n    title:\n", "10: missing “title”");
    }

    @Test
    void reportsMissingNumber() throws IOException {
        refuses("  - title: 乙\n", "9: missing “no”");
    }

    @Test
    void reportsDepartmentTwiceInTheRowEvenUnderAnotherName() throws IOException {
        refuses(
                "  - no: 2\n    title: 乙\n    lead: [省科技厅]\n    cooperating: [辽宁省科技厅]\n",
                "12: department “辽宁省科技厅” twice in the row");
    }

    @Test
    void reportsJointBesideLead() throws IOException {
        refuses(
                "  - no: 2\n    title: 乙\n    lead: [省科技厅]\n    joint: [各市]\n",
                "12: “joint” can't stand beside “lead” or “cooperating”");
    }

    @Test
    void reportsUnknownField() throws IOException {
        refuses("  - no: 2\n    title: 乙\n    leed: [省科技厅]\n", "11: unknown field “leed”");
    }

    @Test
    void reportsFieldGivenTwice() throws IOException {
        refuses("  - no: 2\n    title: 乙\n    title: 丁\n", "11: field “title” given twice");
    }

    @Test
    void reportsTextWhereAListIsMeant() throws IOException {
        refuses("  - no: 2\n    title: 乙\n    lead: 省科技厅\n", "11: “lead” must be a list");
    }

    @Test
    void reportsListWhereTextIsMeant() throws IOException {
        refuses("  - no: 2\n    title: [乙]\n", "10: “title” must be text");
    }

    @Test
    void reportsAnythingButANameInAListOfNames() throws IOException {
        refuses("  - no: 2\n    title: 乙\n    lead: [[省科技厅]]\n", "11: “lead” must list names");
    }

    @Test
    void reportsRowThatIsNoSetOfFields() throws IOException {
        refuses("  - 乙\n", "9: a row must be a set of fields");
    }

    @Test
    void reportsEveryFaultOfARow() throws IOException {
        refuses(
                "  - no: 2\n    due: soon\n    lead: [省科技局]\n",
                "9: missing “title”",
                "10: “due” must be a date like 2020-12-31, not “soon”",
                "11: unknown department “省科技局”");
    }

    @Test
    void reportsFaultyTargetAndLeavesItsRowOut() throws IOException {
        refuses(
                """
                  - no: 2
                    title: 乙
                    targets:
                      - {text: 攻克5项, what: 攻克, comparator: AT_LEAST, value: 5, unit: 项}
                      - text: 研发6个
                        what: 研发
                        comparator: MINIMUM
                        value: 1e9
                        unit: 个
                        by: 20
                """,
                "15: “comparator” must be one of [AT_LEAST, MORE_THAN, AT_MOST, LESS_THAN, EQUAL, ABOUT], not “MINIMUM”",
                "16: “value” must be a number of at most 16 digits and 4 decimals, not “1e9”",
                "18: “by” must be a year, not “20”");
    }

    @Test
    void reportsTargetWithoutUnit() throws IOException {
        refuses(
                "  - no: 2\n    title: 乙\n    targets:\n      - {text: 攻克5项, what: 攻克, comparator: EQUAL, value: 5}\n",
                "12: missing “unit”");
    }

    /** The row stands between two sound ones, in line 9 of its file. */
    private void refuses(String row, String... problems) throws IOException {
        folder.directive("03-x.yaml", SeedFolder.HEAD + SOUND_BEFORE + row + SOUND_AFTER);
        assertThat(folder.problems())
                .extracting(problem -> problem.replace("directives/03-x.yaml:", ""))
                .containsExactly(problems);
        assertThat(folder.read().directives()).singleElement().satisfies(directive -> assertThat(directive.rows())
                .extracting(SeedRow::no)
                .containsExactly("1", "3"));
    }
}
