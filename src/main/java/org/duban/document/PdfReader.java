package org.duban.document;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.duban.document.UnreadableDocument.Reason;
import org.duban.extraction.Source;

/** PDF files with a text layer: its lines from top to bottom. Tables are lines like all others. */
final class PdfReader {

    private static final int PAGES = 5_000;

    /** A page holds some thousand; each is an object in memory until the page is done. */
    private static final int CHARACTERS_OF_A_PAGE = 200_000;

    /** Fewer than these beside a picture are a stamp or a page number on a scan. */
    private static final int CHARACTERS_OF_A_STAMP = 20;

    static {
        FontMappers.set(new OneFont());
    }

    private PdfReader() {}

    static Source read(byte[] file) throws UnreadableDocument, IOException {
        PdfBudget budget = PdfBudget.begin();
        try (PDDocument document = Loader.loadPDF(file)) {
            BoundedStripper stripper = new BoundedStripper();
            StringWriter text = new StringWriter();
            stripper.writeText(document, text);
            if (budget.isExceeded()) {
                // Taken for damage, and passed over
                throw new UnreadableDocument(Reason.ARCHIVE_BOMB);
            }
            if (stripper.pictures > 0 && stripper.pictures * 2 >= stripper.pages) {
                throw new UnreadableDocument(Reason.SCANNED);
            }
            return Layout.of(text.toString()
                    .lines()
                    .<Block>map(line -> new Block.Line(line.stripTrailing()))
                    .toList());
        } catch (InvalidPasswordException encrypted) {
            throw new UnreadableDocument(Reason.ENCRYPTED, encrypted);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            if (budget.isExceeded()) {
                throw new UnreadableDocument(Reason.ARCHIVE_BOMB, broken);
            }
            throw broken;
        } finally {
            budget.end();
        }
    }

    private static final class BoundedStripper extends PDFTextStripper {

        private final TimeLimit timeLimit = new TimeLimit();
        private int pages;
        private int pictures;
        private int characters;
        private int allCharacters;

        private BoundedStripper() {
            setSortByPosition(true);
            setLineSeparator("\n");
        }

        @Override
        public void processPage(PDPage page) throws IOException {
            if (++pages > PAGES) {
                throw new TimeLimit.TooComplexException();
            }
            for (Iterator<PDStream> contents = page.getContentStreams(); contents.hasNext(); ) {
                PdfBudget.check(contents.next().getCOSObject());
            }
            characters = 0;
            super.processPage(page);
            if (characters < CHARACTERS_OF_A_STAMP && hasPicture(page.getResources())) {
                pictures++;
            }
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            timeLimit.check();
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            if (++characters > CHARACTERS_OF_A_PAGE || ++allCharacters > Limits.TEXT_CHARS) {
                throw new TimeLimit.TooComplexException();
            }
            super.processTextPosition(text);
        }

        private static boolean hasPicture(PDResources resources) {
            if (resources != null) {
                for (COSName name : resources.getXObjectNames()) {
                    if (resources.isImageXObject(name)) {
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
