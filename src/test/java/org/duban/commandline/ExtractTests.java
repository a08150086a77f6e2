package org.duban.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExtractTests {

    @TempDir
    Path temp;

    String good;
    String other;
    String broken;

    @BeforeEach
    void writeFiles() throws IOException {
        good = Files.writeString(temp.resolve("分工 表.txt"), "一、建设平台。（牵头单位：省科技厅；配合单位：省教育厅）\n")
                .toString();
        other = Files.writeString(temp.resolve("b.csv"), "任务,责任单位\n培育企业,省财政厅\n").toString();
        broken = Files.writeString(temp.resolve("c.docx"), "PK\u0003\u0004 and no more")
                .toString();
    }

    @Test
    void printsOneJsonObject() {
        Result result = extract("--json", good);

        assertThat(result.status).isZero();
        assertThat(result.err).isEmpty();
        JsonNode document =
                JsonMapper.shared().readTree(result.out).get("documents").get(0);
        assertThat(document.propertyNames()).containsExactly("title", "docNumber", "issuer", "date", "period", "tasks");
    }

    @Test
    void saysFromWhichOfSeveralFilesADocumentComes() {
        JsonNode documents =
                JsonMapper.shared().readTree(extract("--json", good, other).out).get("documents");

        assertThat(documents)
                .extracting(document -> document.get("file").asString())
                .containsExactly(good, other);
    }

    @Test
    void printsTheOthersWhenAFileCannotBeRead() {
        for (String unreadable : List.of(broken, temp.resolve("none.txt").toString(), temp.toString(), "a\0b")) {
            Result result = extract("--json", good, unreadable, other);

            assertThat(result.status).isEqualTo(2);
            assertThat(result.err).startsWith("deploy/extract: ").hasLineCount(1);
            assertThat(JsonMapper.shared().readTree(result.out).get("documents"))
                    .hasSize(2);
        }
        assertThat(extract(broken, good).out).contains("分工 表.txt");
    }

    @Test
    void isStillJsonWhenNothingCanBeRead() {
        Result result = extract("--json", broken);

        assertThat(result.status).isEqualTo(2);
        assertThat(result.out).isEqualTo("{\"documents\":[]}\n");
        assertThat(result.err).isEqualTo("deploy/extract: " + broken + ": The file is damaged or incomplete.\n");
    }

    @Test
    void readsTheStandardInput() {
        assertThat(JsonMapper.shared().readTree(extract("--json", "-").out).get("documents"))
                .hasSize(1);
    }

    @Test
    void refusesWhatItDoesNotUnderstandInOneLine() {
        for (String[] arguments : new String[][] {
            {},
            {"--jsno", good},
            {"--json"},
            {"--bench", "--practise", "x"},
            {"--bench", "--runs"},
            {"--bench", "--runs", "0"}
        }) {
            Result result = extract(arguments);
            assertThat(result.status).isEqualTo(2);
            assertThat(result.err).startsWith("deploy/extract").hasLineCount(1);
            assertThat(result.out).isEmpty();
        }
    }

    @Test
    void takesANameThatLooksLikeAnOption() {
        assertThat(extract("--", "--json").err).contains("--json: There is no such file");
    }

    @Test
    void speaksTheLanguageOfTheMachine() {
        assertThat(extract(Locale.CHINA, broken).err).contains("文件已损坏或不完整。");
        assertThat(extract(Locale.CHINA, good).out).contains("文件 1 份");
        assertThat(extract(Locale.GERMANY, good).out).contains("documents 1");
    }

    private Result extract(String... arguments) {
        return extract(Locale.ENGLISH, arguments);
    }

    private Result extract(Locale locale, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream("（责任单位：省科技厅）".getBytes(StandardCharsets.UTF_8));
        int status = new Extract(
                        in,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        locale,
                        TableText.DEFAULT_COLUMNS)
                .run(List.of(arguments));
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private record Result(int status, String out, String err) {}
}
