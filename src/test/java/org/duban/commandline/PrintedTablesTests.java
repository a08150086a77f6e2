package org.duban.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.duban.extraction.Deadline;
import org.duban.extraction.ExtractedDocument;
import org.duban.extraction.ExtractedTarget;
import org.duban.extraction.ExtractedTask;
import org.duban.extraction.Range;
import org.duban.extraction.Responsibility;
import org.duban.extraction.Responsibility.Role;
import org.duban.extraction.Warning;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PrintedTablesTests {

    private static final Range SOMEWHERE = new Range(3, 9);

    private static final ExtractedTask TASK = new ExtractedTask(
            "三（一）1",
            "建设“一站式”服务平台，完善科技成果转化机制，推动创新资源开放共享",
            "建设\"平台\"\\\n\uD842\uDFB7",
            SOMEWHERE,
            List.of(
                    name("省科技厅", Role.LEAD),
                    name("省发展改革委", Role.COOPERATING),
                    name("省工业和信息化厅", Role.COOPERATING),
                    name("省教育厅", Role.COOPERATING),
                    name("省财政厅", Role.COOPERATING)),
            new Deadline("2020年底前", LocalDate.of(2020, 12, 31)),
            List.of(new ExtractedTarget(
                    "达到2.50%", "投入强度", ExtractedTarget.Comparator.EQUAL, new BigDecimal("2.5"), "%", 2020, SOMEWHERE)),
            List.of(
                    new Warning(Warning.Kind.OPEN_LIST, "等", SOMEWHERE),
                    new Warning(Warning.Kind.UNREADABLE_NAME, "某\u001b[31m处", SOMEWHERE)));

    private static final ExtractedTask BARE = new ExtractedTask(
            null,
            "培育企业",
            "培育企业",
            SOMEWHERE,
            List.of(name("各市", Role.JOINT)),
            new Deadline("持续推进", null),
            List.of(),
            List.of());

    private static final ExtractedDocument DOCUMENT = new ExtractedDocument(
            SOMEWHERE,
            "某省人民政府关于印发行动计划的通知",
            "某政发〔2017〕5号",
            "某省人民政府",
            LocalDate.of(2017, 3, 1),
            new ExtractedDocument.Period(2017, 2020),
            List.of(TASK, BARE));

    @Test
    void writesEachFactIntoItsField() {
        JsonNode document = json().get("documents").get(0);
        assertThat(document.toString())
                .startsWith("{\"title\":\"某省人民政府关于印发行动计划的通知\",\"docNumber\":\"某政发〔2017〕5号\",\"issuer\":\"某省人民政府\","
                        + "\"date\":\"2017-03-01\",\"period\":\"2017-2020\",\"tasks\":[");
        JsonNode task = document.get("tasks").get(0);
        assertThat(task.propertyNames())
                .containsExactly(
                        "no",
                        "title",
                        "text",
                        "lead",
                        "coop",
                        "responsible",
                        "deadline",
                        "dueDate",
                        "targets",
                        "quote",
                        "warnings");
        assertThat(task.get("text").asString()).isEqualTo(TASK.text());
        assertThat(task.get("lead").toString()).isEqualTo("[\"省科技厅\"]");
        assertThat(task.get("coop")).hasSize(4);
        assertThat(task.get("responsible")).isEmpty();
        assertThat(task.get("deadline").asString()).isEqualTo("2020年底前");
        assertThat(task.get("dueDate").asString()).isEqualTo("2020-12-31");
        assertThat(task.get("targets").get(0).toString())
                .isEqualTo(
                        "{\"text\":\"达到2.50%\",\"what\":\"投入强度\",\"comparator\":\"EQUAL\",\"value\":2.5,\"unit\":\"%\","
                                + "\"by\":2020}");
        assertThat(task.get("quote").toString()).isEqualTo("{\"start\":3,\"end\":9}");
        assertThat(task.get("warnings").get(1).toString())
                .isEqualTo("{\"kind\":\"UNREADABLE_NAME\",\"detail\":\"某\\u001B[31m处\",\"blocking\":true,"
                        + "\"at\":{\"start\":3,\"end\":9}}");
        JsonNode bare = document.get("tasks").get(1);
        assertThat(bare.get("no").isNull()).isTrue();
        assertThat(bare.get("dueDate").isNull()).isTrue();
        assertThat(bare.get("responsible").toString()).isEqualTo("[\"各市\"]");
    }

    @Test
    void showsATableThatFitsThePage() {
        assertThat(table(100, Locale.CHINA))
                .contains("发文字号：某政发〔2017〕5号", "任务 2 项，量化指标 1 个，有提示 1 项，其中须先处理 1 项")
                .contains("三（一）1", "牵头 省科技厅", "配合 省发展改革委、", "负责 各市", "2020-12-31", "持续推进")
                .contains("+ 达到2.50%", "! 单位未列全：等", "!! 单位名称无法判读：某 [31m处");
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 60, 80, 100, 137, 500})
    void isNeverWiderThanThePage(int columns) {
        for (Locale locale : List.of(Locale.CHINA, Locale.ENGLISH)) {
            assertThat(table(columns, locale).lines()).allSatisfy(line -> assertThat(Wrapping.width(line))
                    .isLessThanOrEqualTo(Math.clamp(columns, 60, 160)));
        }
    }

    @Test
    void breaksLinesWhereAReaderWould() {
        assertThat(Wrapping.wrap("省科技厅、省教育厅", 8)).containsExactly("省科技", "厅、省教", "育厅");
        assertThat(Wrapping.wrap("达到2020家", 7)).containsExactly("达到", "2020家");
        assertThat(Wrapping.wrap("", 8)).isEmpty();
        assertThat(Wrapping.wrap("aaaaaaaaaaaa", 5)).containsExactly("aaaaa", "aaaaa", "aa");
    }

    private static JsonNode json() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        JsonText json = new JsonText(out);
        json.begin();
        json.document(DOCUMENT, null);
        json.end();
        return JsonMapper.shared().readTree(bytes.toString(StandardCharsets.UTF_8));
    }

    private static String table(int columns, Locale locale) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        new TableText(out, Texts.of(locale), columns).file("a.txt", List.of(DOCUMENT));
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Responsibility name(String name, Role role) {
        return new Responsibility(name, role, false, SOMEWHERE);
    }
}
