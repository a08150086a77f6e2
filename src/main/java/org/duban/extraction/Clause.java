package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/** An item of a document's outline with everything up to the next item of its rank. */
final class Clause {

    private final Clause parent;
    private final Marker marker;
    private final List<Clause> children = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final Range from;
    private final int position;
    private int end;

    /**
     * @param marker {@code null} for the document itself
     * @param from its number, or the whole document
     */
    Clause(Clause parent, Marker marker, Range from) {
        this.parent = parent;
        this.marker = marker;
        this.from = from;
        end = from.end();
        position = parent == null ? 0 : parent.children.size();
        if (parent != null) {
            parent.children.add(this);
        }
    }

    Clause parent() {
        return parent;
    }

    /** Its place among the items around it, from 0. */
    int position() {
        return position;
    }

    Marker marker() {
        return marker;
    }

    MarkerStyle style() {
        return marker == null ? null : marker.style();
    }

    List<Clause> children() {
        return children;
    }

    /** Notes in its own text, without those of the items in it. */
    List<Note> notes() {
        return notes;
    }

    int start() {
        return from.start();
    }

    /** Where its text begins, behind the number. */
    int bodyStart() {
        return marker == null ? from.start() : from.end();
    }

    int end() {
        return end;
    }

    void endAt(int index) {
        end = index;
    }

    /** Where its own text ends and its items begin. */
    int headEnd() {
        return children.isEmpty() ? end : children.getFirst().start();
    }

    boolean isLeaf() {
        return children.isEmpty();
    }

    boolean hasNotesBelow() {
        return children.stream().anyMatch(child -> !child.notes.isEmpty() || child.hasNotesBelow());
    }

    /** Its own number, without the punctuation behind it: 三, （一）, 1. */
    String label(Reading reading) {
        String own = reading.plain(marker.range());
        return switch (marker.style()) {
            case CHINESE_COMMA, ARABIC_COMMA, ARABIC_POINT -> own.substring(0, numeralLength(own));
            case ARABIC_BRACKET, CHINESE_BRACKET -> bracketed(own);
            default -> own;
        };
    }

    private static int numeralLength(String marker) {
        int length = 0;
        while (length < marker.length()
                && (Reading.isDigit(marker.charAt(length)) || Numerals.isChinese(marker.charAt(length)))) {
            length++;
        }
        return length;
    }

    private static String bracketed(String marker) {
        StringBuilder bare = new StringBuilder("（");
        for (int index = 0; index < marker.length(); index++) {
            char character = marker.charAt(index);
            if (Reading.isDigit(character) || Numerals.isChinese(character)) {
                bare.append(character);
            }
        }
        return bare.length() == 1 ? marker : bare.append('）').toString();
    }
}
