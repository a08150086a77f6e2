package org.duban.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text as offices write it: UTF-8, or GB18030 with its older parts GBK and GB2312; never with a NUL in it. */
final class PlainText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int CHARACTERS_AT_ONCE = 8192;

    private PlainText() {}

    static boolean isText(Path file) throws IOException {
        return isText(file, StandardCharsets.UTF_8) || isText(file, GB18030);
    }

    private static boolean isText(Path file, Charset charset) throws IOException {
        char[] read = new char[CHARACTERS_AT_ONCE];
        try (Reader reader = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)))) {
            for (int count = reader.read(read); count >= 0; count = reader.read(read)) {
                for (int i = 0; i < count; i++) {
                    if (read[i] == 0) {
                        return false;
                    }
                }
            }
            return true;
        } catch (CharacterCodingException otherwise) {
            return false;
        }
    }
}
