package org.duban.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.Arrays;
import org.duban.extraction.Range;
import org.junit.jupiter.api.Test;

class RowTextTests {

    @Test
    void findsTheTextInItsQuoteThoughLayoutAndNotesAreGone() {
        String source = "前文\n一、推进\n  试点。（甲部负责）健全机制。（乙部负责）\n后文";
        Range quote = new Range(3, source.length() - 3);
        String text = "推进试点。健全机制。";

        int[] places = RowText.places(text, source, quote);

        for (int index = 0; index < text.length(); index++) {
            assertThat(source.charAt(places[index])).isEqualTo(text.charAt(index));
        }
        assertThat(places[text.length()]).isEqualTo(quote.end());
        assertThat(source.substring(places[5])).startsWith("健全机制");
    }

    @Test
    void findsWhereNotesEnd() {
        String source = "推进试点。（甲部牵头）健全机制（含考核）。（乙部、丙部负责）";
        Range quote = new Range(0, source.length());

        assertThat(RowText.behindNotes("推进试点。健全机制（含考核）。", source, quote)).containsExactly(5);
        assertThat(RowText.behindNotes("推进试点。", "推进试点。（甲部牵头）", new Range(0, 11)))
                .isEmpty();
    }

    @Test
    void leavesTheStopBehindANoteToTheSentenceBeforeIt() {
        String source = "推进试点（甲部牵头）。健全机制（乙部负责）。";

        assertThat(RowText.behindNotes("推进试点。健全机制。", source, new Range(0, source.length())))
                .containsExactly(5);
    }

    @Test
    void staysInsideTheQuoteWhateverTheTextSays() {
        String source = "推进试点。";
        int[] places = RowText.places("完全改写过的正文推", source, new Range(1, 4));

        assertThat(Arrays.stream(places).boxed())
                .allSatisfy(place -> assertThat(place).isBetween(1, 4));
        assertThat(places).isSorted();
    }

    @Test
    void looksForNothingBehindTheQuote() {
        String source = "推进试点。" + "文".repeat(5_000_000);

        assertTimeout(Duration.ofSeconds(2), () -> RowText.places("改".repeat(50_000), source, new Range(0, 5)));
    }

    @Test
    void takesTheFirstSentenceForATitle() {
        assertThat(RowText.title("推进试点。健全机制。")).isEqualTo("推进试点");
        assertThat(RowText.title("。；健全机制。推进试点。")).isEqualTo("健全机制");
        assertThat(RowText.title("。")).isEqualTo("。");
        assertThat(RowText.title("字".repeat(300))).hasSize(100).endsWith("…");
    }
}
