package org.duban.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Departments are added behind the three sound ones, from line 11 on. */
class BadDepartmentsTests {

    private SeedFolder folder;

    @BeforeEach
    void createFolder(@TempDir Path directory) throws IOException {
        folder = new SeedFolder(directory);
    }

    @Test
    void reportsDuplicateCode() throws IOException {
        add("  - {code: most, name: 商务部, level: NATIONAL, jurisdiction: 国家, kind: OFFICE}\n");
        reports("11: duplicate department code “most”");
        hasOnlyTheSoundOnes();
    }

    @Test
    void reportsNamesThatAreTaken() throws IOException {
        add(
                """
                  - code: ln-kjj
                    name: 辽宁省科学技术厅
                    short: 省科技厅
                    level: PROVINCIAL
                    jurisdiction: 辽宁省
                    kind: OFFICE
                    aliases:
                      - 省科技局
                      - 辽宁省科技厅
                """);
        reports(
                "12: name “辽宁省科学技术厅” already means “ln-kjt” in 辽宁省",
                "13: name “省科技厅” already means “ln-kjt” in 辽宁省",
                "19: name “辽宁省科技厅” already means “ln-kjt” in 辽宁省");
        hasOnlyTheSoundOnes();
    }

    @Test
    void allowsOneShortNameInTwoProvinces() throws IOException {
        add("  - {code: zj-kjt, name: 浙江省科学技术厅, short: 省科技厅, level: PROVINCIAL, jurisdiction: 浙江省, kind: OFFICE}\n");
        reports();
        assertThat(folder.read().departments()).hasSize(4);
    }

    @Test
    void reportsMissingAndMalformedFields() throws IOException {
        add(
                """
                  - code: Ministry
                    level: HIGH
                    jurisdiction: 国家
                    kind: OFFICE
                    abolished: 18
                    alias: [商业部]
                """);
        reports(
                "11: missing “name”",
                "11: “code” must be lower-case letters, digits and hyphens, not “Ministry”",
                "12: “level” must be one of [NATIONAL, PROVINCIAL, CITY, COUNTY], not “HIGH”",
                "15: “abolished” must be a year or a date like 2018-03-17, not “18”",
                "16: unknown field “alias”");
        hasOnlyTheSoundOnes();
    }

    @Test
    void reportsSuccessorsOfABodyThatExists() throws IOException {
        add("  - {code: moc, name: 文化部, level: NATIONAL, jurisdiction: 国家, kind: OFFICE, successors: [most]}\n");
        reports("11: “successors” without the year or day in “abolished”");
        hasOnlyTheSoundOnes();
    }

    @Test
    void reportsFaultsOfASuccessorAndLeavesItsPredecessorOut() throws IOException {
        add(
                """
                  - code: moc
                    name: 文化部
                    level: NATIONAL
                    jurisdiction: 国家
                    kind: OFFICE
                    abolished: 2018-02-30
                    reform: REFORM_1998
                    successors:
                      - {code: most, on: 2018, whole: yes}
                      - {note: 部分职责, to: most}
                      - [most]
                """);
        reports(
                "16: “abolished” must be a year or a date like 2018-03-17, not “2018-02-30”",
                "17: “reform” must be one of [REFORM_2018, REFORM_2023, OTHER], not “REFORM_1998”",
                "19: “whole” must be true or false, not “yes”",
                "19: “on” must be a date like 2020-12-31, not “2018”",
                "20: unknown field “to”",
                "20: missing “code”",
                "21: a successor must be a set of fields");
        hasOnlyTheSoundOnes();
    }

    @Test
    void reportsAReformOfABodyThatExists() throws IOException {
        add("  - {code: moc, name: 文化部, level: NATIONAL, jurisdiction: 国家, kind: OFFICE, reform: REFORM_2018}\n");
        reports("11: “reform” without the year or day in “abolished”");
        hasOnlyTheSoundOnes();
    }

    @Test
    void dropsUnknownAndRepeatedSuccessorsButKeepsTheBody() throws IOException {
        add(abolished("moc", "文化部", "[most, mct, most]"));
        reports("11: unknown successor “mct”", "11: successor “most” given twice");
        assertThat(successorsOf("moc")).containsExactly("most");
    }

    @Test
    void reportsACycleOnceWhereItCloses() throws IOException {
        add(abolished("a", "甲部", "[b]") + abolished("b", "乙部", "[c]") + abolished("c", "丙部", "[most, a]"));
        reports("13: cyclic successor “a”");
        assertThat(successorsOf("a")).containsExactly("b");
        assertThat(successorsOf("b")).containsExactly("c");
        assertThat(successorsOf("c")).containsExactly("most");
    }

    @Test
    void reportsABodyThatSucceedsItself() throws IOException {
        add(abolished("a", "甲部", "[a]"));
        reports("11: cyclic successor “a”");
    }

    @Test
    void readsDirectivesWithoutAnyDepartment() throws IOException {
        folder.departments("departments: []\n");
        folder.directive("01-x.yaml", SeedFolder.HEAD + "  - {no: 1, title: 甲, lead: [省科技厅]}\n  - {no: 2, title: 乙}\n");
        assertThat(folder.problems()).containsExactly("directives/01-x.yaml:8: unknown department “省科技厅”");
        assertThat(folder.read().directives().getFirst().rows()).hasSize(1);
    }

    private static String abolished(String code, String name, String successors) {
        return "  - {code: " + code + ", name: " + name + ", level: NATIONAL, jurisdiction: 国家, kind: OFFICE,"
                + " abolished: 2018, successors: " + successors + "}\n";
    }

    private void add(String yaml) throws IOException {
        folder.departments(SeedFolder.DEPARTMENTS + yaml);
    }

    private void reports(String... problems) throws IOException {
        assertThat(folder.problems())
                .extracting(problem -> problem.replace("departments.yaml:", ""))
                .containsExactly(problems);
    }

    private void hasOnlyTheSoundOnes() throws IOException {
        assertThat(folder.read().departments())
                .extracting(SeedDepartment::name)
                .containsExactly("科学技术部", "辽宁省科学技术厅", "各市");
    }

    private List<String> successorsOf(String code) throws IOException {
        return folder.read().departments().stream()
                .filter(department -> department.code().equals(code))
                .findFirst()
                .orElseThrow()
                .successors()
                .stream()
                .map(SeedSuccession::code)
                .toList();
    }
}
