package org.duban.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadDirectivesTests {

    private static final String SOUND = SeedFolder.HEAD + "  - {no: 1, title: 甲, lead: [省科技厅]}\n";

    private SeedFolder folder;

    @BeforeEach
    void createFolder(@TempDir Path directory) throws IOException {
        folder = new SeedFolder(directory);
        folder.directive("99-sound.yaml", SOUND.replace("slug: plan", "slug: sound"));
    }

    @Test
    void reportsMissingFields() throws IOException {
        refuses(
                "rows: []\n",
                "1: missing “slug”",
                "1: missing “title”",
                "1: missing “issuer”",
                "1: missing “issued”",
                "1: missing “jurisdiction”");
    }

    @Test
    void reportsMissingRows() throws IOException {
        refuses(SeedFolder.HEAD, "7: missing “rows”");
    }

    @Test
    void reportsUnknownField() throws IOException {
        refuses(SOUND.replace("number:", "nummer:"), "3: unknown field “nummer”");
    }

    @Test
    void reportsMalformedIssueDate() throws IOException {
        refuses(SOUND.replace("2017-03-01", "2017"), "5: “issued” must be a date like 2020-12-31, not “2017”");
    }

    @Test
    void reportsMalformedJurisdictionAndSparesItsRows() throws IOException {
        refuses(
                SOUND.replace("辽宁省", "辽宁"),
                "6: “jurisdiction” must be 国家 or the full name of a province or city, not “辽宁”");
    }

    @Test
    void reportsMalformedSlug() throws IOException {
        refuses(
                SOUND.replace("slug: plan", "slug: Plan 1"),
                "1: “slug” must be lower-case letters, digits and hyphens, not “Plan 1”");
    }

    @Test
    void reportsMalformedPeriod() throws IOException {
        refuses(SOUND + "period: {from: 2020}\n", "9: missing “to”");
        refuses(SOUND + "period: {from: 2020, to: 2016}\n", "9: “period” ends before it begins");
        refuses(SOUND + "period: 2016-2020\n", "9: “period” must be a set of fields");
    }

    @Test
    void reportsRowsOfARefusedDirectiveToo() throws IOException {
        refuses(
                SOUND.replace("2017-03-01", "2017").replace("省科技厅", "省科技局"),
                "5: “issued” must be a date like 2020-12-31, not “2017”",
                "8: unknown department “省科技局”");
    }

    @Test
    void leavesOutAFaultyGoalOnly() throws IOException {
        folder.directive(
                "01-x.yaml",
                SOUND
                        + """
                        goals:
                          - {text: 达到5项, what: 技术, comparator: AT_LEAST, value: 5, unit: 项}
                          - {text: 达到六项, what: 技术, comparator: AT_LEAST, value: 六, unit: 项}
                        """);
        assertThat(folder.problems())
                .containsExactly(
                        "directives/01-x.yaml:11: “value” must be a number of at most 16 digits and 4 decimals, not “六”");
        assertThat(folder.read().directives().getFirst().goals()).hasSize(1);
    }

    @Test
    void refusesTheLaterOfTwoEqualSlugs() throws IOException {
        folder.directive("01-x.yaml", SOUND);
        folder.directive("02-y.yaml", SOUND.replace("实施方案", "另一方案"));
        assertThat(folder.problems()).containsExactly("directives/02-y.yaml:1: duplicate slug “plan”");
        assertThat(folder.read().directives()).extracting(SeedDirective::title).containsExactly("实施方案", "实施方案");
    }

    private void refuses(String yaml, String... problems) throws IOException {
        folder.directive("01-x.yaml", yaml);
        assertThat(folder.problems())
                .extracting(problem -> problem.replace("directives/01-x.yaml:", ""))
                .containsExactly(problems);
        assertThat(folder.read().directives()).extracting(SeedDirective::slug).containsExactly("sound");
    }
}
