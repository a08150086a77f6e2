package org.duban.document;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.duban.document.UnreadableDocument.Reason;

/** Finds out in which encoding a text was written. */
final class Decoded {

    private static final Charset GB18030 = Charset.forName("GB18030");

    /** A wrong encoding fails every few characters, a damaged file now and then. */
    private static final int CHARACTERS_PER_FAULT = 200;

    private Decoded() {}

    /**
     * The text without byte order mark and with {@code \n} as its only line break. Bytes that say nothing in the encoding
     * become U+FFFD when there are few of them.
     */
    static String text(byte[] bytes) throws UnreadableDocument {
        return text(bytes, Optional.empty());
    }

    /** As {@link #text(byte[])}; UTF-8 that holds is believed more than what the file declares. */
    static String text(byte[] bytes, Optional<Charset> declared) throws UnreadableDocument {
        String text = withLineFeeds(decode(bytes, declared));
        if (text.indexOf('\0') >= 0) {
            throw new UnreadableDocument(Reason.UNRECOGNISED);
        }
        if (text.length() > Limits.TEXT_CHARS) {
            throw new UnreadableDocument(Reason.TOO_MUCH_TEXT, Limits.TEXT_CHARS / 1_000_000);
        }
        return text;
    }

    private static String decode(byte[] bytes, Optional<Charset> declared) throws UnreadableDocument {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return lenient(bytes, 3, StandardCharsets.UTF_8).orElseThrow(Decoded::unknown);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return lenient(bytes, 2, StandardCharsets.UTF_16LE).orElseThrow(Decoded::unknown);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return lenient(bytes, 2, StandardCharsets.UTF_16BE).orElseThrow(Decoded::unknown);
        }
        Optional<String> text = strict(bytes, StandardCharsets.UTF_8);
        if (text.isEmpty() && declared.isPresent()) {
            text = strict(bytes, declared.get());
        }
        // Damaged UTF-8 can be valid, senseless GB18030, but hardly the other way round: lead bytes would have to
        // match.
        return text.or(() -> lenient(bytes, 0, StandardCharsets.UTF_8))
                .or(() -> strict(bytes, GB18030))
                .or(() -> lenient(bytes, 0, GB18030))
                .orElseThrow(Decoded::unknown);
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException otherEncoding) {
            return Optional.empty();
        }
    }

    private static Optional<String> lenient(byte[] bytes, int from, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
        CharBuffer out = CharBuffer.allocate(bytes.length - from + 1);
        int allowed = 1 + in.remaining() / 2 / CHARACTERS_PER_FAULT;
        CoderResult result = decoder.decode(in, out, true);
        for (int faults = 0; result.isError(); result = decoder.decode(in, out, true)) {
            if (++faults > allowed) {
                return Optional.empty();
            }
            in.position(in.position() + result.length());
            out.put('\uFFFD');
        }
        decoder.flush(out);
        return Optional.of(out.flip().toString());
    }

    private static boolean startsWith(byte[] bytes, int... beginning) {
        if (bytes.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if ((bytes[i] & 0xFF) != beginning[i]) {
                return false;
            }
        }
        return true;
    }

    private static String withLineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static UnreadableDocument unknown() {
        return new UnreadableDocument(Reason.UNRECOGNISED);
    }
}
