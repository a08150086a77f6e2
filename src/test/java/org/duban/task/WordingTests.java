package org.duban.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How alike two wordings are, and how surely those that are meet in the index. */
class WordingTests {

    @Test
    void comparesTheWholeWhereBothHaveATextElseTheTitles() {
        Wording whole = Wording.of("推进试点", "推进试点建设，年底前建成三个");
        assertThat(whole.likeness(Wording.of("推进试点", "推进试点建设，年底前建成三个"))).isEqualTo(100);
        assertThat(whole.likeness(Wording.of("推进试点", "完全不同的另一句话说着别的事情"))).isLessThan(40);
        assertThat(whole.likeness(Wording.of("推进试点", null))).isEqualTo(100);
        assertThat(whole.likeness(Wording.of("健全机制", null))).isZero();
        assertThat(Wording.of("", null).likeness(whole)).isZero();
    }

    @Test
    void looksAtWordsAlone() {
        assertThat(Wording.of("推进 GDP 增长。", null).likeness(Wording.of("“推进ｇdp”", null)))
                .isLessThan(100);
        assertThat(Wording.of("推进，试 点！", null).likeness(Wording.of("推进试点", null)))
                .isEqualTo(100);
    }

    @Test
    void findsNearlyAllThatAreMuchAlikeAndFewOthers() {
        Random random = new Random(7);
        int alike = 0;
        int met = 0;
        int strangers = 0;
        int metStrangers = 0;
        for (int round = 0; round < 2000; round++) {
            List<Character> text = characters(random, 150);
            Wording one = Wording.of("标题", string(text));
            Wording other = Wording.of("另外", string(changed(text, random, random.nextInt(60))));
            if (one.likeness(other) >= SimilarTasks.MUCH_ALIKE) {
                alike++;
                met += meet(one, other) ? 1 : 0;
            }
            Wording stranger = Wording.of("别的", string(characters(random, 150)));
            strangers++;
            metStrangers += meet(one, stranger) ? 1 : 0;
        }
        System.out.printf(
                "much alike %d, of them found %.1f %%; strangers met %.2f %%%n",
                alike, 100.0 * met / alike, 100.0 * metStrangers / strangers);
        assertThat(alike).isGreaterThan(500);
        assertThat(met).isGreaterThan(alike * 95 / 100);
        assertThat(metStrangers).isLessThan(strangers / 50);
    }

    private static boolean meet(Wording one, Wording other) {
        return !Collections.disjoint(one.bands(), other.bands());
    }

    /** From so few characters that strangers, too, share pairs. */
    private static List<Character> characters(Random random, int length) {
        List<Character> text = new ArrayList<>();
        for (int index = 0; index < length; index++) {
            text.add((char) ('一' + random.nextInt(40)));
        }
        return text;
    }

    private static List<Character> changed(List<Character> text, Random random, int changes) {
        List<Character> changed = new ArrayList<>(text);
        for (int change = 0; change < changes; change++) {
            changed.set(random.nextInt(changed.size()), (char) ('一' + random.nextInt(40)));
        }
        return changed;
    }

    private static String string(List<Character> text) {
        StringBuilder string = new StringBuilder();
        text.forEach(string::append);
        return string.toString();
    }
}
