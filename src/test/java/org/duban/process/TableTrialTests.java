package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableCheck;
import org.duban.rule.TableReader;
import org.duban.rule.TableWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What our check understands, the engine's interpreter must understand, too. */
class TableTrialTests {

    @ParameterizedTest
    @ValueSource(strings = {"light", "escalation", "reminder"})
    void passesTheTablesOfTheApplication(String name) throws IOException {
        DecisionTable table = table(name);
        assertThat(TableCheck.canonical(table)).isEqualTo(table);
        assertThatCode(() -> TableTrial.run(table, TableWriter.write(table))).doesNotThrowAnyException();
    }

    @Test
    void refusesACellThatOnlyOurCheckUnderstands() throws IOException {
        String light = Files.readString(Path.of("bpmn/light.dmn"));
        assertThat(light).contains("<text>[10..29]</text>");
        DecisionTable table = TableReader.read(light.replace("<text>[10..29]</text>", "<text>[10..15],[16..29]</text>")
                .getBytes(StandardCharsets.UTF_8));
        assertThatCode(() -> TableTrial.run(table, TableWriter.write(table))).doesNotThrowAnyException();
        byte[] file = new String(TableWriter.write(table), StandardCharsets.UTF_8)
                .replace("[10..15],[16..29]", "[10..15],\u3000[16..29]")
                .getBytes(StandardCharsets.UTF_8);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> TableTrial.run(table, file))
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo("refusal.table.trial"));
    }

    private static DecisionTable table(String name) throws IOException {
        return TableReader.read(Files.readAllBytes(Path.of("bpmn", name + ".dmn")));
    }
}
