package org.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.duban.document.Reading.docx;
import static org.duban.document.Reading.paragraph;
import static org.duban.document.Reading.reason;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.duban.commandline.Extract;
import org.duban.document.EvilFiles.Evil;
import org.duban.document.UnreadableDocument.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SafetyTests {

    private static final String SECRET = "the contents of a file of this machine";
    private static final int ALTERATIONS = 150;

    /** What the messages name, and a mark where it differs from file to file. */
    private static final Object[] FILLED = {"?"};

    @TempDir
    Path temp;

    /** One process with little memory reads them all: none may hang it, end it, or fill it. */
    @Test
    void whateverIsHandedInMemoryAndTimeStayBounded() throws Exception {
        Map<String, Evil> files = EvilFiles.all();
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-Duser.language=en",
                                "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Extract.class.getName(),
                                "--json"),
                        files.keySet().stream())
                .toList();
        for (Map.Entry<String, Evil> file : files.entrySet()) {
            Files.write(temp.resolve(file.getKey()), file.getValue().content());
        }
        Path out = temp.resolve("out");
        Path err = temp.resolve("err");
        Process process = new ProcessBuilder(command)
                .directory(temp.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();

        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();

        String messages = Files.readString(err);
        assertThat(process.exitValue()).as(messages).isEqualTo(2);
        assertThat(messages.lines()).allMatch(line -> line.startsWith("deploy/extract: "));
        assertThat(Files.size(out)).isPositive();
        Properties texts = new Properties();
        texts.load(Files.newBufferedReader(Path.of("src/main/resources/i18n/document_en.properties")));
        files.forEach((name, file) -> {
            if (file.expected() != null) {
                String reason = new MessageFormat(texts.getProperty("unreadable." + file.expected())).format(FILLED);
                assertThat(messages).contains("deploy/extract: " + name + ": " + reason.split("\\?")[0]);
            }
        });
    }

    @Test
    void followsNoReferenceOutOfAFile() throws IOException, UnreadableDocument {
        Path secret = Files.writeString(temp.resolve("secret.txt"), SECRET);
        try (ServerSocket host = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + host.getLocalPort() + "/";
            for (String target : List.of(secret.toUri().toString(), address)) {
                String declaration = "<!DOCTYPE a [<!ENTITY x SYSTEM '%s'><!ENTITY %% y SYSTEM '%s'> %%y;]>"
                        .formatted(target, target);
                assertThat(reason("a.xlsx", EvilFiles.xlsx(declaration, "<row><c t='str'><v>&x;</v></c></row>")))
                        .isEqualTo(Reason.BROKEN);
                assertThat(reason("a.xlsx", EvilFiles.xlsx("<!DOCTYPE a SYSTEM '" + target + "'>", "")))
                        .isEqualTo(Reason.BROKEN);
                String page = declaration
                        + "<html><base href='%s'><iframe src='%s'></iframe><img src='%s'>&x;text"
                                .formatted(target, target, target)
                        + "<link rel=stylesheet href='" + target + "'></html>";
                assertThat(Reading.read("a.html", page).text()).contains("text").doesNotContain(SECRET);
            }
            host.setSoTimeout(1);
            assertThatThrownBy(host::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void damagedFilesAreReadOrRefused() throws IOException {
        Random random = new Random(20261122);
        for (Map.Entry<String, byte[]> sample : samples().entrySet()) {
            for (int i = 0; i < ALTERATIONS; i++) {
                byte[] damaged = sample.getValue().clone();
                for (int flips = random.nextInt(1, 9); flips > 0; flips--) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
                }
                if (random.nextInt(3) == 0) {
                    damaged = Arrays.copyOf(damaged, random.nextInt(1, damaged.length));
                }
                try {
                    Documents.read(sample.getKey(), new ByteArrayInputStream(damaged));
                } catch (UnreadableDocument refused) {
                    assertThat(refused.reason()).isNotNull();
                }
            }
        }
    }

    private static Map<String, byte[]> samples() throws IOException {
        Map<String, byte[]> samples = new LinkedHashMap<>();
        samples.put(
                "a.docx",
                docx(
                        "<w:tbl><w:tr>" + Reading.cell("", "a") + Reading.cell("", "b") + "</w:tr></w:tbl>"
                                + paragraph("text"),
                        Map.of("numbering", "<w:num w:numId='1'/>")));
        samples.put("a.xlsx", EvilFiles.xlsx("", "<row r='1'><c r='A1'><v>1</v></c></row>"));
        try (var workbook = new org.apache.poi.hssf.usermodel.HSSFWorkbook();
                var bytes = new java.io.ByteArrayOutputStream()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("text");
            workbook.write(bytes);
            samples.put("a.xls", bytes.toByteArray());
        }
        samples.put(
                "a.doc",
                new OldWordFile(true)
                        .paragraph("text")
                        .row(new String[] {"a", "b"}, new int[] {0, 9, 18}, new int[2])
                        .bytes());
        samples.put("a.pdf", PdfReaderTests.sample());
        samples.put("a.html", "<table><tr><td rowspan=2>a<td>b<tr><td>c</table>".getBytes(StandardCharsets.UTF_8));
        samples.put("a.csv", "a,\"b\nc\",d\n1,2,3".getBytes(StandardCharsets.UTF_16));
        return samples;
    }
}
