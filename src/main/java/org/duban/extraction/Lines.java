package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/** The lines of a reading that are not blank, without blanks around them. */
final class Lines {

    private Lines() {}

    /** Index of the first line that begins at or behind {@code position}; the number of lines if none does. */
    static int firstFrom(List<Range> lines, int position) {
        int low = 0;
        int high = lines.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (lines.get(middle).start() < position) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    static List<Range> in(Reading reading, Range range) {
        List<Range> lines = new ArrayList<>();
        int start = range.start();
        while (start < range.end()) {
            int end = reading.lineEnd(start, range.end());
            Range line = reading.trim(start, end);
            if (line.length() > 0) {
                lines.add(line);
            }
            start = end + 1;
        }
        return lines;
    }
}
