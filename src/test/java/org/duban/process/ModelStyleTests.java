package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The models are readable, complete, and free of code. */
class ModelStyleTests {

    static List<Models.Model> models() {
        return Models.all();
    }

    @ParameterizedTest
    @MethodSource("models")
    void followsTheStyle(Models.Model model) {
        assertThat(ModelStyle.problems(model)).isEmpty();
    }

    @Test
    void thereAreModels() {
        assertThat(models())
                .extracting(Models.Model::key)
                .contains("key-task", "acknowledgement", "progress-report", "directive", "daily-supervision");
    }

    @Test
    void everyRuleCanFail() {
        Models.Model bad = Models.read(Path.of("src/test/resources/models/bad.bpmn"));

        assertThat(ModelStyle.problems(bad))
                .containsExactlyInAnyOrder(
                        "BadProcess: no history time to live",
                        "BadProcess: id is not kebab-case",
                        "BadProcess: name has no Chinese",
                        "decide: two ways and no default",
                        "yes: way out of a gateway without label",
                        "no: way out of a gateway without label",
                        "work: no delegate expression",
                        "unknown: no delegate ${nobody}",
                        "ask: no assignee",
                        "ask: no role",
                        "calculate: scripts are not allowed",
                        "calculate: no shape",
                        "to-end: no edge",
                        "gone: drawn, but not in the model");
    }
}
