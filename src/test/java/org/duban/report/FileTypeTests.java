package org.duban.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileTypeTests {

    @TempDir
    Path folder;

    static Stream<Arguments> sound() {
        return Stream.of(
                Arguments.of("a.pdf", Samples.PDF),
                Arguments.of("A.PDF", Samples.PDF),
                Arguments.of("a.doc", Samples.OLE),
                Arguments.of("a.xls", Samples.OLE),
                Arguments.of("a.ppt", Samples.OLE),
                Arguments.of("a.wps", Samples.OLE),
                Arguments.of("a.et", Samples.OLE),
                Arguments.of("a.dps", Samples.OLE),
                Arguments.of("a.docx", Samples.docx()),
                Arguments.of("a.xlsx", Samples.xlsx()),
                Arguments.of("a.pptx", Samples.pptx()),
                Arguments.of("a.jpg", Samples.JPEG),
                Arguments.of("a.jpeg", Samples.JPEG),
                Arguments.of("a.png", Samples.PNG),
                Arguments.of("a.zip", Samples.zip("a.txt", "a")),
                Arguments.of("a.txt", "进展顺利".getBytes(StandardCharsets.UTF_8)),
                Arguments.of("a.txt", "进展顺利".getBytes(Charset.forName("GB18030"))),
                Arguments.of("a.csv", "部门,进度\n".getBytes(Charset.forName("GBK"))));
    }

    @ParameterizedTest
    @MethodSource("sound")
    void takesAFileThatIsWhatItsExtensionSays(String name, byte[] content) throws IOException {
        assertThat(FileType.byExtension(name).orElseThrow().matches(file(content)))
                .isTrue();
    }

    static Stream<Arguments> disguised() {
        byte[] program = {0x4D, 0x5A, 0x00, 0x02};
        return Stream.of(
                Arguments.of("a.pdf", program),
                Arguments.of("a.doc", Samples.docx()),
                Arguments.of("a.docx", Samples.OLE),
                Arguments.of("a.docx", Samples.xlsx()),
                Arguments.of("a.docx", Samples.zip("a.txt", "a")),
                Arguments.of("a.docx", Samples.office("application/vnd.ms-word.document.macroEnabled.main+xml")),
                Arguments.of("a.xlsx", "PK\u0003\u0004 and no archive".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("a.zip", "PK\u0003\u0004 and no archive".getBytes(StandardCharsets.US_ASCII)),
                Arguments.of("a.zip", Samples.PDF),
                Arguments.of("a.jpg", Samples.PNG),
                Arguments.of("a.png", Samples.JPEG),
                Arguments.of("a.txt", program),
                Arguments.of("a.csv", Samples.PNG),
                Arguments.of("a.txt", "第1季度".getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of("a.pdf", new byte[] {'%'}));
    }

    @ParameterizedTest
    @MethodSource("disguised")
    void seesThroughAFileThatIsSomethingElse(String name, byte[] content) throws IOException {
        assertThat(FileType.byExtension(name).orElseThrow().matches(file(content)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "a.pdf.exe", "a.html", "a.svg", "a.docm", "pdf", "", "a.", "a.pdf."})
    void takesNoOtherExtension(String name) {
        assertThat(FileType.byExtension(name)).isEmpty();
    }

    @Test
    void readsNoMoreOfAnOfficeDocumentThanItsTypeNeeds() throws IOException {
        String padding = " ".repeat(8 << 20);
        byte[] late = Samples.zip(
                "[Content_Types].xml",
                padding + "\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"");
        assertThat(FileType.DOCX.matches(file(late))).isFalse();
    }

    private Path file(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(folder, "sample", ""), content);
    }
}
