package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * What one note says, before the rules stated earlier in its document are applied.
 *
 * @param named who is named, in the order of the text
 * @param explicit whether a label or a verb says what the names are for
 * @param deadline the phrase of a deadline in the note, or {@code null}
 * @param itemsAbove the number of items above it for which it is meant; 0 for the text before it, {@link #ALL_ABOVE}
 *     where it does not say how many
 * @param items numbers of the items for which it is meant, where it names them: 第7项、第9项
 * @param firstLeads whether the first name leads, and for how long that holds
 * @param everywhere names that it adds to every later note
 * @param warnings what was odd about it
 */
record Note(
        Range range,
        List<Named> named,
        boolean explicit,
        Range deadline,
        int itemsAbove,
        List<Integer> items,
        FirstLeads firstLeads,
        List<Named> everywhere,
        List<Warning> warnings) {

    static final int ALL_ABOVE = Integer.MAX_VALUE;

    enum FirstLeads {
        NOT_SAID,
        HERE,
        FROM_HERE,
        /** In the whole document, also above the place where it says so. */
        EVERYWHERE
    }

    /** A name with the mark that stands with it, or {@code null}. */
    record Named(String name, Vocabulary.Mark mark, Range range) {

        Named marked(Vocabulary.Mark other) {
            return new Named(name, other, range);
        }
    }

    /** A sentence that states a rule and names nobody. */
    static Note rule(Range range, FirstLeads firstLeads, List<Named> everywhere) {
        return new Note(range, List.of(), false, null, 0, List.of(), firstLeads, everywhere, List.of());
    }

    /** Whether it stands for other items than the one in which it is found. */
    boolean isFooter() {
        return itemsAbove > 0 || !items.isEmpty();
    }

    Note warned(Warning warning) {
        List<Warning> more = new ArrayList<>(warnings);
        more.add(warning);
        return new Note(range, named, explicit, deadline, itemsAbove, items, firstLeads, everywhere, more);
    }

    Note in(Range whole) {
        return new Note(whole, named, explicit, deadline, itemsAbove, items, firstLeads, everywhere, warnings);
    }

    boolean says(Vocabulary.Mark mark) {
        return named.stream().anyMatch(each -> each.mark() == mark);
    }

    /** Whether it only lists names, so that a rule such as 列第一位者为牵头 applies. */
    boolean plain() {
        return !says(Vocabulary.Mark.LEAD) && !says(Vocabulary.Mark.COOPERATE);
    }

    boolean namesAreComplete() {
        return named.stream().allMatch(each -> Names.isComplete(each.name()));
    }

    long plausibleNames() {
        return named.stream().filter(each -> Names.isPlausible(each.name())).count();
    }
}
