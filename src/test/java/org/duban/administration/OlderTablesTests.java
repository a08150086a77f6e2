package org.duban.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.duban.support.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A table of an office that was deployed before its guard was as strict as it is. */
@OnEveryDatabase
class OlderTablesTests {

    @Autowired
    OlderTables tables;

    @Autowired
    RepositoryService engineRepositoryService;

    @Test
    void areFoundByTheRowThatBreaksAPromise() throws IOException {
        assertThat(tables.broken()).isEmpty();
        String grey = Files.readString(Path.of("bpmn/light.dmn"))
                .replaceFirst("(id=\"overdue-light\"><text>)\"RED\"", "$1\"GREY\"");
        String deployment = engineRepositoryService
                .createDeployment()
                .name("rules/light")
                .addInputStream("rules/light.dmn", new ByteArrayInputStream(grey.getBytes(StandardCharsets.UTF_8)))
                .deploy()
                .getId();
        try {
            assertThat(tables.broken()).containsOnlyKeys("light");
            assertThat(tables.broken().get("light")).contains("overdueIsGrey", "OVERDUE");
        } finally {
            engineRepositoryService.deleteDeployment(deployment);
        }
    }
}
