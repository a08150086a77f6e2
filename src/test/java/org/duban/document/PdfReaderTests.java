package org.duban.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.document.Reading.read;
import static org.duban.document.Reading.reason;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.duban.document.UnreadableDocument.Reason;
import org.junit.jupiter.api.Test;

class PdfReaderTests {

    private static final PDFont FONT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);

    @Test
    void readsLinesFromTopToBottomWhateverTheirOrderInTheFile() throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = page(document);
            write(document, page, 600, "second line");
            write(document, page, 700, "first line");
            write(document, page(document), 700, "third line");

            assertThat(read("a.bin", bytes(document)).text().lines().filter(line -> !line.isBlank()))
                    .containsExactly("first line", "second line", "third line");
        }
    }

    @Test
    void readsChineseOfAFontThatIsNotInTheFile() {
        byte[] pdf = pdf(
                """
                1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj
                2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj
                3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R
                  /Resources<</Font<</F1 5 0 R>>>>>> endobj
                4 0 obj <</Length 50>> stream
                BT /F1 12 Tf 50 700 Td <8D234EFB53554F4D> Tj ET   \s
                endstream endobj
                5 0 obj <</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H
                  /DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/DW 1000
                  /CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>
                  /FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 4>>>>]>> endobj
                """);

        assertThat(read("a.pdf", pdf).text().strip()).isEqualTo("责任单位");
    }

    @Test
    void tellsAScanFromAnEmptyPage() throws IOException {
        try (PDDocument scan = new PDDocument();
                PDDocument stamped = new PDDocument();
                PDDocument illustrated = new PDDocument();
                PDDocument empty = new PDDocument()) {
            picture(scan, page(scan));
            PDPage page = page(stamped);
            picture(stamped, page);
            write(stamped, page, 700, "- 1 -");
            picture(illustrated, page(illustrated));
            write(illustrated, page(illustrated), 700, "enough text to be taken for a document with text");
            write(illustrated, page(illustrated), 700, "enough text to be taken for a document with text");
            page(empty);

            assertThat(reason("a.pdf", bytes(scan))).isEqualTo(Reason.SCANNED);
            assertThat(reason("a.pdf", bytes(stamped))).isEqualTo(Reason.SCANNED);
            assertThat(read("a.pdf", bytes(illustrated)).text()).contains("enough text");
            assertThat(reason("a.pdf", bytes(empty))).isEqualTo(Reason.NO_TEXT);
        }
    }

    @Test
    void readsWhatOpensWithoutAPasswordOnly() throws IOException {
        for (String password : new String[] {"", "secret"}) {
            try (PDDocument document = new PDDocument()) {
                write(document, page(document), 700, "protected");
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
                byte[] file = bytes(document);
                if (password.isEmpty()) {
                    assertThat(read("a.pdf", file).text()).contains("protected");
                } else {
                    assertThat(reason("a.pdf", file)).isEqualTo(Reason.ENCRYPTED);
                }
            }
        }
    }

    /** Objects without a cross-reference table, as PDFBox finds them all the same. */
    static byte[] pdf(String objects) {
        return ("%PDF-1.4\n" + objects + "trailer <</Root 1 0 R>>\n%%EOF").getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] sample() throws IOException {
        try (PDDocument document = new PDDocument()) {
            write(document, page(document), 700, "text");
            return bytes(document);
        }
    }

    private static PDPage page(PDDocument document) {
        PDPage page = new PDPage();
        document.addPage(page);
        return page;
    }

    private static void write(PDDocument document, PDPage page, int height, String text) throws IOException {
        try (PDPageContentStream content =
                new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, true)) {
            content.beginText();
            content.setFont(FONT, 12);
            content.newLineAtOffset(72, height);
            content.showText(text);
            content.endText();
        }
    }

    private static void picture(PDDocument document, PDPage page) throws IOException {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_RGB);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, 500, 700);
        }
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        document.save(bytes);
        return bytes.toByteArray();
    }
}
