package org.duban.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable.Input;
import org.duban.rule.DecisionTable.Output;
import org.duban.rule.DecisionTable.Row;
import org.duban.rule.DecisionTable.Type;
import org.duban.rule.TableDifference.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as files, also from people who mean no good. */
class TableFilesTests {

    private static final String FILE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="n">
              <decision id="t" name="试验">
                <decisionTable id="tt" hitPolicy="UNIQUE">
                  <input id="i" label="天数">
                    <inputExpression id="ie" typeRef="integer"><text>days</text></inputExpression>
                  </input>
                  <output id="o" label="规则" name="rule" typeRef="string" />
                  <rule id="r1"><description>过期</description>
                    <inputEntry id="e1"><text>&lt; 0</text></inputEntry>
                    <outputEntry id="a1"><text>"LATE"</text></outputEntry>
                  </rule>
                  <rule id="r2">
                    <inputEntry id="e2"><text><![CDATA[>= 0]]></text></inputEntry>
                    <outputEntry id="a2"><text>"TIMELY"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """;

    @Test
    void areReadWithAllThatTheySay() {
        assertThat(read(FILE))
                .isEqualTo(new DecisionTable(
                        "t",
                        "试验",
                        List.of(new Input("days", "天数", Type.INTEGER, null)),
                        List.of(new Output("rule", "规则", Type.STRING, null)),
                        List.of(
                                new Row(List.of("< 0"), List.of("\"LATE\""), "过期"),
                                new Row(List.of(">= 0"), List.of("\"TIMELY\""), ""))));
    }

    @Test
    void areTheSameWhenWrittenAndReadAgain() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            List<Path> tables =
                    files.filter(file -> file.toString().endsWith(".dmn")).toList();
            assertThat(tables).isNotEmpty();
            for (Path file : tables) {
                DecisionTable table = TableReader.read(Files.readAllBytes(file));
                assertThat(TableReader.read(TableWriter.write(table))).isEqualTo(table);
            }
        }
        DecisionTable odd = read(FILE.replace("过期", "a &lt; b &amp; \"c\" ]]&gt;"));
        assertThat(odd.rows().getFirst().note()).isEqualTo("a < b & \"c\" ]]>");
        assertThat(TableReader.read(TableWriter.write(odd))).isEqualTo(odd);
    }

    @Test
    void fetchNothingAndExpandNothing() {
        String secret =
                FILE.replace("<definitions", "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><definitions");
        refused("refusal.table.unreadable", secret.replace("过期", "&x;"));
        refused(
                "refusal.table.unreadable",
                FILE.replace(
                        "<definitions",
                        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">]><definitions"));
        refused(
                "refusal.table.unreadable",
                FILE.replace("<definitions", "<!DOCTYPE d SYSTEM \"http://x/\"><definitions"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no xml", "<a/>", "<definitions/>", "\u0000\u0001", "<definitions xmlns=\"urn:x\"/>"})
    void areRefusedIfTheyAreNone(String text) {
        refused("refusal.table.unreadable", text);
    }

    @Test
    void areRefusedIfTooLarge() {
        refused("refusal.table.tooLarge", FILE + " ".repeat(TableReader.LARGEST));
        refused("refusal.table.textTooLong", FILE.replace("过期", "长".repeat(500)))
                .satisfies(refusal -> assertThat(refusal.arguments()[0]).isEqualTo(1));
        refused("refusal.table.unreadable", "<a>".repeat(50_000));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    </decision>        | </decision><decision id="u"/>                                   | element
                    <decisionTable id="tt" hitPolicy="UNIQUE"> | <literalExpression/><decisionTable id="tt"> | element
                    <decision id="t"   | <businessKnowledgeModel id="b"/><decision id="t"                 | element
                    <decisionTable id="tt" hitPolicy="UNIQUE"> | <informationRequirement/><decisionTable id="tt"> | element
                    <inputExpression id="ie" | <inputExpression expressionLanguage="groovy" id="ie"       | element
                    <inputEntry id="e2"> | <inputEntry id="e2" expressionLanguage="juel">                 | element
                    <outputEntry id="a2"> | <outputEntry id="a2" expressionLanguage="javascript">         | element
                    <inputEntry id="e2"> | <script/><inputEntry id="e2">                                  | elementInRow
                    "UNIQUE"           | "COLLECT"                                                        | hitPolicy
                    "UNIQUE"           | "FIRST"                                                          | hitPolicy
                    typeRef="integer"  | typeRef="date"                                                   | type
                    typeRef="string"   | typeRef=""                                                       | type
                    """)
    void areRefusedForWhatATableMayNotBe(String part, String other, String reason) {
        String changed = FILE.replace(part.strip(), other.strip());
        assertThat(changed).isNotEqualTo(FILE);
        refused("refusal.table." + reason, changed);
    }

    @Test
    void areRefusedWithoutATable() {
        refused(
                "refusal.table.noTable",
                "<definitions xmlns=\"https://www.omg.org/spec/DMN/20191111/MODEL/\"><decision id=\"t\"/></definitions>");
    }

    @Test
    void passOverDrawingsAndExtensions() {
        String drawn = FILE.replace(
                "</definitions>",
                "<di:DMNDI xmlns:di=\"https://www.omg.org/spec/DMN/20191111/DMNDI/\"><di:X/></di:DMNDI></definitions>");
        assertThat(read(drawn.replace("<decisionTable ", "<extensionElements/><decisionTable ")))
                .isEqualTo(read(FILE));
    }

    @Test
    void tellWhatDiffersByTheNamesOfTheRules() {
        DecisionTable before = read(FILE);
        DecisionTable now = before.with(List.of(
                new Row(List.of("<0"), List.of("\"LATE\""), "过期"),
                new Row(List.of("[0..9]"), List.of("\"SOON\""), ""),
                new Row(List.of("> 9"), List.of("\"TIMELY\""), "")));

        assertThat(TableDifference.between(before, now))
                .extracting(TableDifference.Line::kind)
                .containsExactly(Kind.SAME, Kind.ADDED, Kind.CHANGED);
        assertThat(TableDifference.between(before, now).getLast().cells()).containsExactly(0);
        assertThat(TableDifference.between(now, before))
                .extracting(TableDifference.Line::kind)
                .containsExactly(Kind.SAME, Kind.CHANGED, Kind.REMOVED);
    }

    private static DecisionTable read(String text) {
        return TableReader.read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ThrowableAssertAlternative<Refusal> refused(String key, String text) {
        return assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(text))
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo(key));
    }
}
