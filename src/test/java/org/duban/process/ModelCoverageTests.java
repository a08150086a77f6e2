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
import org.duban.support.TestDatabase;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/**
 * Every flow node is entered and every sequence flow taken by the suite, on each database. Comes last; it is skipped
 * where single tests were asked for by {@code -Dtest}, unless those are all of this package ({@code -Dtest=org/duban/process/*Tests}).
 */
@Order(Integer.MAX_VALUE)
class ModelCoverageTests {

    @Test
    void everyNodeAndFlowIsTested() throws IOException {
        String asked = System.getProperty("test");
        assumeFalse(asked != null && !asked.startsWith("org/duban/process/"), "Only some tests run");
        StringBuilder report = new StringBuilder();
        List<String> missed = new ArrayList<>();
        for (TestDatabase database : TestDatabase.available()) {
            Set<String> visited = ModelCoverage.visited(database == TestDatabase.H2 ? "h2" : "mysql");
            report.append("%-8s %-20s %12s %16s%n".formatted(database, "model", "flow nodes", "sequence flows"));
            for (Models.Model model : Models.all()) {
                report.append("%-8s %-20s %12s %16s%n"
                        .formatted(
                                "",
                                model.key(),
                                count(database, model, model.flowNodes(), visited, missed),
                                count(database, model, model.sequenceFlows(), visited, missed)));
            }
        }
        missed.forEach(element -> report.append("missed: ").append(element).append('\n'));
        Files.writeString(Path.of("target/process-coverage.txt"), report, StandardCharsets.UTF_8);
        System.out.println(report);
        assertThat(missed).isEmpty();
    }

    private static String count(
            TestDatabase database,
            Models.Model model,
            List<Element> elements,
            Set<String> visited,
            List<String> missed) {
        List<String> here = elements.stream()
                .map(element -> model.key() + "/" + whatTheEngineEnters(model, element))
                .filter(element -> !visited.contains(element))
                .toList();
        here.forEach(element -> missed.add(database + " " + element));
        return "%d of %d".formatted(elements.size() - here.size(), elements.size());
    }

    /** The engine takes no flow out of an event-based gateway: it enters the event that came first, which has no other way in. */
    private static String whatTheEngineEnters(Models.Model model, Element element) {
        String from = element.getAttribute("sourceRef");
        boolean waiting = model.named("eventBasedGateway").stream()
                .anyMatch(gateway -> gateway.getAttribute("id").equals(from));
        return element.getAttribute(waiting ? "targetRef" : "id");
    }
}
