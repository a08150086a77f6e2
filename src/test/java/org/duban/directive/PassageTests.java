package org.duban.directive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.duban.account.AccountId;
import org.duban.extraction.Range;
import org.junit.jupiter.api.Test;

class PassageTests {

    private static final String TEXT = "第一行\n第二行甲乙\n第三行\n第四行";

    private static Passage around(String quote, int around) {
        int start = TEXT.indexOf(quote);
        SourceText source = new SourceText("文件.txt", TEXT, new AccountId(1), Instant.EPOCH);
        return Passage.of(source, new Range(start, start + quote.length()), around);
    }

    @Test
    void beginsAndEndsAtLines() {
        Passage passage = around("第三行", 8);

        assertThat(passage.text()).isEqualTo("第二行甲乙\n第三行\n第四行");
        assertThat(passage.quote().of(passage.text())).isEqualTo("第三行");
        assertThat(passage.fromStart()).isFalse();
        assertThat(passage.toEnd()).isTrue();
    }

    @Test
    void givesTheQuoteAlone() {
        Passage passage = around("甲", 0);

        assertThat(passage.text()).isEqualTo("甲");
        assertThat(passage.quote()).isEqualTo(new Range(0, 1));
    }
}
