package org.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.duban.document.UnreadableDocument.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTests {

    private static final String TEXT = "一、加快建设\n\t（牵头单位：省科技厅；配合单位：省教育厅）\n\n|表|\n2\uE0105% 及 \uD842\uDFB7";

    @TempDir
    Path temp;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void readsTextWithoutMark(String charset) throws UnreadableDocument {
        assertThat(read("a.txt", TEXT.getBytes(Charset.forName(charset)))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void readsTextWithMark(String charset) throws UnreadableDocument {
        assertThat(read("a.md", ("\uFEFF" + TEXT).getBytes(Charset.forName(charset))))
                .isEqualTo(TEXT);
    }

    @Test
    void knowsNoLineBreakButLineFeed() throws UnreadableDocument {
        assertThat(read("a.txt", "一\r\n二\r三\n四".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("一\n二\n三\n四");
    }

    @Test
    void keepsUtf8ThatWasCutInACharacter() throws UnreadableDocument {
        byte[] whole = "责任单位：省科技厅、省教育厅".getBytes(StandardCharsets.UTF_8);
        assertThat(read("a.txt", Arrays.copyOf(whole, whole.length - 1))).isEqualTo("责任单位：省科技厅、省教育\uFFFD");
    }

    @Test
    void goesByTheContentNotByTheName() throws UnreadableDocument {
        assertThat(read("a.docx", TEXT.getBytes(StandardCharsets.UTF_8))).isEqualTo(TEXT);
        assertThat(refused("a.txt", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10}))
                .returns(Reason.UNKNOWN_TYPE, UnreadableDocument::reason)
                .returns(new Object[] {"PNG"}, UnreadableDocument::arguments);
    }

    @Test
    void refusesWhatIsNoText() {
        byte[] noise = new byte[5000];
        new java.util.Random(7).nextBytes(noise);
        assertThat(refused("a.txt", noise).reason()).isEqualTo(Reason.UNRECOGNISED);
        assertThat(refused("a.txt", new byte[100]).reason()).isEqualTo(Reason.UNRECOGNISED);
    }

    @Test
    void tellsEmptyFromBlank() {
        assertThat(refused("a.txt", new byte[0]).reason()).isEqualTo(Reason.EMPTY);
        assertThat(refused("a.txt", " \n\u3000\n".getBytes(StandardCharsets.UTF_8))
                        .reason())
                .isEqualTo(Reason.NO_TEXT);
    }

    @Test
    void refusesALargeFileBeforeReadingIt() throws IOException {
        Path large = temp.resolve("large.txt");
        try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(200L << 20);
        }
        assertThatThrownBy(() -> Documents.read("large.txt", large))
                .isInstanceOfSatisfying(UnreadableDocument.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.TOO_LARGE));
    }

    @Test
    void readsNoMoreOfAStreamThanItAccepts() {
        Endless endless = new Endless();
        assertThatThrownBy(() -> Documents.read("a.txt", endless))
                .isInstanceOfSatisfying(UnreadableDocument.class, refusal -> assertThat(refusal.reason())
                        .isEqualTo(Reason.TOO_LARGE));
        assertThat(endless.given).isLessThanOrEqualTo(Limits.FILE_BYTES + 1L);
    }

    @Test
    void refusesTextWithTooManyCharacters() {
        byte[] text = new byte[Limits.TEXT_CHARS + 1];
        Arrays.fill(text, (byte) 'a');
        assertThat(refused("a.txt", text).reason()).isEqualTo(Reason.TOO_MUCH_TEXT);
    }

    @Test
    void saysWhenThereIsNoSuchFile() throws IOException {
        for (Path path : new Path[] {temp.resolve("none.txt"), Files.createDirectory(temp.resolve("directory"))}) {
            assertThatThrownBy(() -> Documents.read("none.txt", path))
                    .isInstanceOfSatisfying(UnreadableDocument.class, refusal -> assertThat(refusal.reason())
                            .isEqualTo(Reason.NOT_ACCESSIBLE));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh_CN"})
    void everyReasonHasAMessage(String language) throws IOException {
        String bundle = Files.readString(Path.of("src/main/resources/i18n/document_" + language + ".properties"));
        for (Reason reason : Reason.values()) {
            assertThat(bundle).contains(new UnreadableDocument(reason).messageKey() + "=");
        }
    }

    private static String read(String name, byte[] content) throws UnreadableDocument {
        return Documents.read(name, new ByteArrayInputStream(content)).text();
    }

    private static UnreadableDocument refused(String name, byte[] content) {
        try {
            Documents.read(name, new ByteArrayInputStream(content));
        } catch (UnreadableDocument refusal) {
            return refusal;
        }
        throw new AssertionError(name + " was read");
    }

    private static final class Endless extends InputStream {

        private long given;

        @Override
        public int read() {
            given++;
            return 'a';
        }

        @Override
        public int read(byte[] target, int from, int length) {
            Arrays.fill(target, from, from + length, (byte) 'a');
            given += length;
            return length;
        }
    }
}
