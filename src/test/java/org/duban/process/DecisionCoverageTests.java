package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableReader;
import org.duban.support.TestDatabase;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Every rule of every table in {@code bpmn/} is decided by in the suite, on each database; as {@link ModelCoverageTests} of flows. */
@Order(Integer.MAX_VALUE)
class DecisionCoverageTests {

    @Test
    void everyRuleIsTested() throws IOException {
        String asked = System.getProperty("test");
        assumeFalse(asked != null && !asked.startsWith("org/duban/process/"), "Only some tests run");
        StringBuilder report = new StringBuilder();
        List<String> missed = new ArrayList<>();
        for (TestDatabase database : TestDatabase.available()) {
            Set<String> decided = DecisionCoverage.decided(database == TestDatabase.H2 ? "h2" : "mysql");
            report.append("%-8s %-20s %12s%n".formatted(database, "table", "rules"));
            for (DecisionTable table : tables()) {
                List<String> here = table.rows().stream()
                        .map(row -> table.key() + "/" + table.ruleOf(row))
                        .filter(rule -> !decided.contains(rule))
                        .toList();
                here.forEach(rule -> missed.add(database + " " + rule));
                int rules = table.rows().size();
                report.append("%-8s %-20s %12s%n"
                        .formatted("", table.key(), "%d of %d".formatted(rules - here.size(), rules)));
            }
        }
        missed.forEach(rule -> report.append("missed: ").append(rule).append('\n'));
        Files.writeString(Path.of("target/decision-coverage.txt"), report, StandardCharsets.UTF_8);
        System.out.println(report);
        assertThat(missed).isEmpty();
    }

    private static List<DecisionTable> tables() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            List<DecisionTable> tables = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".dmn"))
                    .sorted()
                    .toList()) {
                tables.add(TableReader.read(Files.readAllBytes(file)));
            }
            assertThat(tables).isNotEmpty();
            return tables;
        }
    }
}
