package org.duban.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the items of a document: numbers count only where they follow upon each other. */
final class Outline {

    /** At the start of a line, numbers may be missing in between. */
    private static final int LARGEST_GAP = 3;

    private final Reading reading;
    private final Clause root;
    private final int start;
    private final List<Clause> clauses = new ArrayList<>();
    private final Map<MarkerStyle, Integer> last = new EnumMap<>(MarkerStyle.class);
    private final Map<MarkerStyle, Boolean> runningOn = new EnumMap<>(MarkerStyle.class);
    private int[] starts;
    private Clause current;

    private Outline(Reading reading, Range range) {
        this.reading = reading;
        root = new Clause(null, null, range);
        start = range.start();
        current = root;
    }

    /** @param brackets of the same range; numbers inside of other brackets do not count */
    static Outline of(Reading reading, Range range, Brackets brackets) {
        Outline outline = new Outline(reading, range);
        outline.read(range, brackets);
        return outline;
    }

    Clause root() {
        return root;
    }

    /** Whether an item begins there. */
    boolean isStart(int index) {
        return Arrays.binarySearch(starts(), index) >= 0;
    }

    /** Where the first item at or behind {@code index} begins, or {@code end} if none does before it. */
    int nextStart(int index, int end) {
        int position = Arrays.binarySearch(starts(), index);
        int next = position >= 0 ? position : -position - 1;
        return next < starts.length ? Math.min(starts[next], end) : end;
    }

    private int[] starts() {
        if (starts == null) {
            starts = clauses.stream().mapToInt(Clause::start).toArray();
        }
        return starts;
    }

    /** All items in the order of the text. */
    List<Clause> clauses() {
        return clauses;
    }

    /**
     * What names the item in its document: the numbers of the items around it and its own, as in 三（一）1, or its own alone
     * where Arabic numbers run on through the whole document.
     */
    String path(Clause clause) {
        if (clause.marker() == null) {
            return "";
        }
        String own = clause.label(reading);
        if (runsOn(clause.style())) {
            return own;
        }
        String above = path(clause.parent());
        boolean parted =
                !above.isEmpty() && Reading.isDigit(above.charAt(above.length() - 1)) && Reading.isDigit(own.charAt(0));
        return parted ? above + "." + own : above + own;
    }

    /** Whether the numbers of a kind go on under several headings and none occurs twice. */
    private boolean runsOn(MarkerStyle style) {
        if (style.compareTo(MarkerStyle.CHINESE_BRACKET) <= 0) {
            return false;
        }
        return runningOn.computeIfAbsent(style, any -> {
            Set<Integer> numbers = new HashSet<>();
            Set<Clause> parents = new HashSet<>();
            for (Clause clause : clauses) {
                if (clause.style() == style) {
                    parents.add(clause.parent());
                    if (!numbers.add(clause.marker().number())) {
                        return false;
                    }
                }
            }
            return parents.size() > 1;
        });
    }

    private void read(Range range, Brackets brackets) {
        List<Range> pairs = brackets.pairs();
        int pair = 0;
        int index = range.start();
        while (index < range.end()) {
            while (pair < pairs.size() && pairs.get(pair).end() <= index) {
                pair++;
            }
            Marker marker = Marker.at(reading, index, range.end());
            if (marker != null && accepts(marker)) {
                open(marker);
                index = marker.range().end();
            } else if (pair < pairs.size() && pairs.get(pair).start() == index) {
                index = pairs.get(pair).end();
            } else {
                index++;
            }
        }
        for (Clause clause = current; clause != null; clause = clause.parent()) {
            clause.endAt(range.end());
        }
    }

    private boolean accepts(Marker marker) {
        Clause sibling = openOf(marker.style());
        int before = sibling != null ? sibling.marker().number() : last.getOrDefault(marker.style(), 0);
        int number = marker.number();
        if (marker.style() == MarkerStyle.DECIMAL && !marker.lineStart()) {
            return isBelow(marker) && (number == 1 || sibling != null && number == before + 1);
        }
        if (number == before + 1) {
            return true;
        }
        boolean first = clauses.isEmpty() && marker.range().start() == start;
        if (number == 1 || first) {
            return first || sibling == null || marker.lineStart();
        }
        if (!marker.lineStart()) {
            return false;
        }
        boolean heading = marker.style().compareTo(MarkerStyle.CHINESE_COMMA) <= 0;
        return number > before && number <= before + (heading ? 2 * LARGEST_GAP : LARGEST_GAP);
    }

    /** Whether the first number of 2.1 is that of an open item. */
    private boolean isBelow(Marker marker) {
        for (Clause clause = current; clause.marker() != null; clause = clause.parent()) {
            if (clause.style().compareTo(MarkerStyle.DECIMAL) < 0) {
                return clause.marker().number() == marker.above();
            }
        }
        return false;
    }

    private Clause openOf(MarkerStyle style) {
        for (Clause clause = current; clause.marker() != null; clause = clause.parent()) {
            if (clause.style() == style) {
                return clause;
            }
        }
        return null;
    }

    private void open(Marker marker) {
        while (current.marker() != null && current.style().compareTo(marker.style()) >= 0) {
            current.endAt(marker.range().start());
            current = current.parent();
        }
        current = new Clause(current, marker, marker.range());
        clauses.add(current);
        last.put(marker.style(), marker.number());
    }
}
