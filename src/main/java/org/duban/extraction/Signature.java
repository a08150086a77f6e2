package org.duban.extraction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;

/** The lines with which an issuing authority signs: its name, then a line that is only a date. */
final class Signature {

    private static final Pattern DATE_LINE =
            Pattern.compile("（?(?:19|20)\\d{2} ?[年/.-] ?\\d{1,2} ?[月/.-] ?\\d{1,2} ?日?）?");
    private static final int LONGEST_NAME = 40;
    private static final int MOST_ISSUERS = 20;

    private Signature() {}

    /**
     * The date of the first line that is only a date, or {@code null}; one written 2020年9月8日 before one written
     * 2020-09-30, which belongs to a page rather than to a document.
     */
    static LocalDate date(Reading reading, Range range) {
        LocalDate first = null;
        for (Range line : Lines.in(reading, range)) {
            if (!isDate(reading, line)) {
                continue;
            }
            LocalDate date = DocumentFacts.parse(reading.plain(line));
            if (reading.text(line).indexOf('年') > 0) {
                return date;
            }
            first = first == null ? date : first;
        }
        return first;
    }

    private static boolean isDate(Reading reading, Range line) {
        return line.length() <= 24 && DATE_LINE.matcher(reading.text(line)).matches();
    }

    /** The names above the first such line, joined by {@code 、}, or {@code null}. */
    static String issuers(Reading reading, Range range) {
        List<Range> lines = Lines.in(reading, range);
        for (int index = 1; index < lines.size(); index++) {
            if (!isDate(reading, lines.get(index))) {
                continue;
            }
            List<String> names = new ArrayList<>();
            for (int above = index - 1; above >= 0 && names.size() < MOST_ISSUERS; above--) {
                String name = reading.plain(lines.get(above));
                if (name.length() > LONGEST_NAME
                        || !Names.endsLikeBody(name) && !name.equals("国务院")
                        || name.indexOf('。') >= 0) {
                    break;
                }
                names.add(name);
            }
            if (!names.isEmpty()) {
                Collections.reverse(names);
                return String.join("、", names);
            }
        }
        return null;
    }
}
