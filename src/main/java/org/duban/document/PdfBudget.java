package org.duban.document;

import java.io.EOFException;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.DecodeOptions;
import org.apache.pdfbox.filter.DecodeResult;
import org.apache.pdfbox.filter.Filter;
import org.apache.pdfbox.filter.FilterFactory;

/**
 * How much the streams of a PDF may inflate to while a thread reads it. PDFBox inflates whole streams into memory and has
 * no limit for it, so its filters are replaced by ones that count what comes out of them: only there it is known, whatever
 * encryption and whichever filters lie before.
 */
final class PdfBudget {

    private static final ThreadLocal<PdfBudget> CURRENT = new ThreadLocal<>();

    static {
        boundFilters();
    }

    private long left = Limits.ARCHIVE_BYTES;

    private PdfBudget() {}

    static PdfBudget begin() {
        PdfBudget budget = new PdfBudget();
        CURRENT.set(budget);
        return budget;
    }

    void end() {
        CURRENT.remove();
    }

    boolean isExceeded() {
        return left < 0;
    }

    /** The contents of pages are the one kind of stream that PDFBox inflates past its filters while it parses. */
    static void check(COSStream contents) throws IOException {
        if (!COSName.FLATE_DECODE.equals(contents.getFilters())) {
            return;
        }
        byte[] chunk = new byte[1 << 16];
        try (InputStream inflated = new InflaterInputStream(contents.createRawInputStream())) {
            for (int read = inflated.read(chunk); read >= 0; read = inflated.read(chunk)) {
                spend(read);
            }
        } catch (ZipException | EOFException damaged) {
            // What can be read of it will be.
            return;
        }
    }

    private static void spend(int bytes) throws IOException {
        PdfBudget budget = CURRENT.get();
        if (budget != null) {
            budget.left -= bytes;
            if (budget.left < 0) {
                throw new IOException("Inflates to more than " + Limits.ARCHIVE_BYTES + " bytes");
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static void boundFilters() {
        try {
            Field filters = FilterFactory.class.getDeclaredField("filters");
            filters.setAccessible(true);
            ((Map<COSName, Filter>) filters.get(FilterFactory.INSTANCE))
                    .replaceAll((name, filter) -> new Bounded(filter));
        } catch (ReflectiveOperationException otherVersion) {
            // Rather no PDF at all than one without limits
            throw new IllegalStateException(otherVersion);
        }
    }

    private static final class Bounded extends Filter {

        private final Filter filter;

        private Bounded(Filter filter) {
            this.filter = filter;
        }

        @Override
        public DecodeResult decode(InputStream encoded, OutputStream decoded, COSDictionary parameters, int index)
                throws IOException {
            return filter.decode(encoded, new Counting(decoded), parameters, index);
        }

        @Override
        public DecodeResult decode(
                InputStream encoded, OutputStream decoded, COSDictionary parameters, int index, DecodeOptions options)
                throws IOException {
            return filter.decode(encoded, new Counting(decoded), parameters, index, options);
        }

        @Override
        protected void encode(InputStream input, OutputStream encoded, COSDictionary parameters) throws IOException {
            filter.encode(input, encoded, parameters, 0);
        }
    }

    private static final class Counting extends FilterOutputStream {

        private Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            spend(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            spend(length);
            out.write(bytes, from, length);
        }
    }
}
