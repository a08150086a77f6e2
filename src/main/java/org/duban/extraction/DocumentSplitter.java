package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where the documents of a text begin: at a title above a document number, and at a title above the first item of a new
 * outline. A plan that a notice brings with it belongs to the notice.
 */
final class DocumentSplitter {

    /** Lines below a title in which its first item must stand. */
    private static final int REACH = 3;
    /** Characters of a text without lines in which its title must stand. */
    private static final int LONGEST_OPENING = 160;
    /** More text than this above the first title is a document of its own that has lost its title. */
    private static final int LONGEST_HEAD = 3000;

    /**
     * @param range from its title to the next document's
     * @param title where its title stands, or {@code null}
     */
    record Part(Range range, Range title) {}

    private DocumentSplitter() {}

    static List<Part> split(Reading reading) {
        List<Range> lines = Lines.in(reading, new Range(0, reading.length()));
        List<Range> titles = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            Range title = null;
            if (DocumentFacts.isDocNumber(reading.text(lines.get(index))) && index > 0) {
                title = TitleBlock.endingAt(reading, lines, 0, index - 1);
            } else if (opensOutline(reading, lines, index)) {
                title = TitleBlock.endingAt(reading, lines, 0, index);
                if (title != null
                        && (belongsTo(reading, title, titles)
                                || isAnnex(reading, lines, index, title)
                                || titles.isEmpty())) {
                    if (titles.isEmpty()) {
                        titles.add(noticeOr(title, reading, lines, index));
                    }
                    continue;
                }
            }
            if (title != null && (titles.isEmpty() || titles.getLast().end() <= title.start())) {
                if (!titles.isEmpty() && sameTitle(reading, titles.getLast(), title)) {
                    continue;
                }
                titles.add(title);
            }
        }
        return parts(reading, lines, titles);
    }

    /** The title of the notice that brings the plan with it, if one stands above; else the plan's. */
    private static Range noticeOr(Range title, Reading reading, List<Range> lines, int last) {
        for (int index = 0; index < last; index++) {
            Range notice = TitleBlock.endingAt(reading, lines, 0, index);
            if (notice != null) {
                String text = reading.plain(notice);
                if (text.contains("印发") && text.endsWith("通知")) {
                    return notice;
                }
            }
        }
        return title;
    }

    private static List<Part> parts(Reading reading, List<Range> lines, List<Range> titles) {
        List<Part> parts = new ArrayList<>();
        if (titles.isEmpty()) {
            Range opening = lines.isEmpty() ? null : opening(reading, lines);
            opening = opening == null ? null : TitleBlock.withRemark(reading, lines, opening);
            parts.add(new Part(new Range(0, reading.length()), opening));
            return parts;
        }
        boolean untitled = titles.getFirst().start() > LONGEST_HEAD;
        if (untitled) {
            parts.add(new Part(new Range(0, titles.getFirst().start()), null));
        }
        for (int index = 0; index < titles.size(); index++) {
            int start = index == 0 && !untitled ? 0 : titles.get(index).start();
            int end = index + 1 < titles.size() ? titles.get(index + 1).start() : reading.length();
            parts.add(new Part(new Range(start, end), TitleBlock.withRemark(reading, lines, titles.get(index))));
        }
        return parts;
    }

    /** The title of a text that runs on behind it without a line end, or the first line that ends as titles do. */
    private static Range opening(Reading reading, List<Range> lines) {
        for (int index = 0; index < Math.min(lines.size(), 40); index++) {
            Range title = TitleBlock.endingAt(reading, lines, 0, index);
            if (title != null && title.length() >= 8) {
                return title;
            }
        }
        Range first = lines.getFirst();
        int end = Math.min(first.end(), first.start() + LONGEST_OPENING);
        for (int index = first.start() + 8; index < end; index++) {
            char character = reading.at(index);
            if (character == '。' || character == '：') {
                break;
            }
            boolean ends = TitleBlock.endsLikeTitle(reading.text(first.start(), index))
                    && reading.text(first.start(), index).contains("关于")
                    && character != '》'
                    && character != '的'
                    && character != '》';
            if (ends
                    && NUMBER_AHEAD
                            .matcher(reading.text(index, Math.min(end, index + 16)))
                            .lookingAt()) {
                return new Range(first.start(), index);
            }
        }
        return null;
    }

    private static final java.util.regex.Pattern NUMBER_AHEAD =
            java.util.regex.Pattern.compile(" ?（?[\\u4e00-\\u9fa5]{1,12}〔");

    private static boolean opensOutline(Reading reading, List<Range> lines, int index) {
        if (!TitleBlock.mayBelong(reading, lines.get(index))
                || !TitleBlock.endsLikeTitle(reading.text(lines.get(index)))) {
            return false;
        }
        for (int below = index + 1; below < Math.min(lines.size(), index + 1 + REACH); below++) {
            Marker marker = Marker.at(
                    reading, lines.get(below).start(), lines.get(below).end());
            if (marker != null) {
                return marker.number() == 1 && marker.style().compareTo(MarkerStyle.ARABIC_POINT) < 0;
            }
        }
        return false;
    }

    private static boolean belongsTo(Reading reading, Range title, List<Range> titles) {
        if (titles.isEmpty()) {
            return false;
        }
        String own = bare(reading.plain(title));
        String notice = bare(reading.plain(titles.getLast()));
        return notice.contains(own) || own.contains(notice);
    }

    private static boolean sameTitle(Reading reading, Range one, Range other) {
        return bare(reading.plain(one)).equals(bare(reading.plain(other)));
    }

    private static boolean isAnnex(Reading reading, List<Range> lines, int last, Range title) {
        for (int index = last; index >= 0; index--) {
            Range line = lines.get(index);
            if (line.start() < title.start()) {
                return reading.startsWith("附", line.start()) && line.length() < 12;
            }
        }
        return false;
    }

    private static String bare(String title) {
        StringBuilder bare = new StringBuilder();
        for (char character : title.toCharArray()) {
            if (Character.isLetterOrDigit(character)) {
                bare.append(character);
            }
        }
        return bare.toString();
    }
}
