package org.duban.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that would not fit into the columns of their tables; one character less does. */
class TooLongSeedsTests {

    private static final String DEPARTMENTS =
            """
            departments:
              - code: ln-long
                name: 某部
                short: 某
                level: PROVINCIAL
                jurisdiction: 辽宁省
                kind: OFFICE
                aliases:
                  - 某厅
                note: 注
            """;
    private static final String DIRECTIVE =
            """
            slug: plan
            title: 方案
            number: 某号
            issuer: 某机关
            issued: 2017-03-01
            jurisdiction: 辽宁省
            rows:
              - no: 甲
                title: 事项
                joint: [某部]
                targets:
                  - text: 原文
                    normalized: 正文
                    what: 什么
                    comparator: EQUAL
                    value: 5
                    unit: 项
            """;

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "departments, 2, code, ln-long, 40",
        "departments, 3, name, 某部, 120",
        "departments, 4, short, 某, 60",
        "departments, 9, aliases, 某厅, 120",
        "departments, 10, note, 注, 500",
        "directive, 1, slug, plan, 80",
        "directive, 2, title, 方案, 300",
        "directive, 3, number, 某号, 80",
        "directive, 4, issuer, 某机关, 200",
        "directive, 8, no, 甲, 40",
        "directive, 9, title, 事项, 500",
        "directive, 12, text, 原文, 500",
        "directive, 13, normalized, 正文, 500",
        "directive, 14, what, 什么, 300",
        "directive, 17, unit, 项, 60",
    })
    void areReportedWithTheirLine(String file, int line, String field, String value, int longest) throws IOException {
        assertThat(write(value, "a".repeat(longest)).problems())
                .allMatch(problem -> problem.contains("unknown department"));
        String path = file.equals("departments") ? "departments.yaml" : "directives/01-x.yaml";
        assertThat(write(value, "a".repeat(longest + 1)).problems())
                .contains(path + ":" + line + ": “" + field + "” must have at most " + longest + " characters, not "
                        + (longest + 1));
    }

    @ParameterizedTest
    @CsvSource({"12345678901234567", "0.12345"})
    void includeNumbers(String number) throws IOException {
        assertThat(write("value: 5", "value: " + number).problems())
                .containsExactly(
                        "directives/01-x.yaml:16: “value” must be a number of at most 16 digits and 4 decimals,"
                                + " not “" + number + "”");
    }

    @ParameterizedTest
    @CsvSource({"60", "61"})
    void includeNamesThatStandForTheShortName(int length) throws IOException {
        SeedFolder folder = new SeedFolder(directory)
                .departments(DEPARTMENTS.replace("    short: 某\n", "").replace("某部", "甲".repeat(length)));
        assertThat(folder.problems().contains("departments.yaml:3: “name” of more than 60 characters needs a “short”"))
                .isEqualTo(length > 60);
    }

    @ParameterizedTest
    @ValueSource(strings = {"departments.yaml:6", "directives/01-x.yaml:6"})
    void includeJurisdictions(String place) throws IOException {
        assertThat(write("辽宁省", "辽".repeat(40) + "省").problems())
                .anyMatch(problem -> problem.startsWith(place)
                        && problem.endsWith(": “jurisdiction” must have at most 40 characters, not 41"));
    }

    private SeedFolder write(String value, String replacement) throws IOException {
        return new SeedFolder(directory)
                .departments(DEPARTMENTS
                        .replace(": " + value + "\n", ": " + replacement + "\n")
                        .replace("- " + value + "\n", "- " + replacement + "\n"))
                .directive(
                        "01-x.yaml",
                        DIRECTIVE
                                .replace(": " + value + "\n", ": " + replacement + "\n")
                                .replace("value: 5\n", value.startsWith("value") ? replacement + "\n" : "value: 5\n"));
    }
}
