package org.duban.extraction;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** Pairs of round, angular and lenticular brackets in a reading, whatever is missing or too many. */
final class Brackets {

    /** No note is longer; an older open bracket has lost its partner. */
    static final int LONGEST = 1200;

    private static final String OPENERS = "（〔【";
    private static final String CLOSERS = "）〕】";

    /** Pairs, by their opening bracket; the end is behind the closing one. */
    private final List<Range> pairs = new ArrayList<>();
    /** Opening brackets without a partner. */
    private final List<Integer> open = new ArrayList<>();
    /** Opening brackets that wait for their partner, by kind. */
    private final int[] waiting = new int[OPENERS.length()];

    private Brackets() {}

    static boolean isOpener(char character) {
        return OPENERS.indexOf(character) >= 0;
    }

    static boolean isCloser(char character) {
        return CLOSERS.indexOf(character) >= 0;
    }

    static Brackets in(Reading reading, int start, int end) {
        Brackets brackets = new Brackets();
        Deque<Integer> stack = new ArrayDeque<>();
        for (int index = start; index < end; index++) {
            char character = reading.at(index);
            if (character == Reading.LINE_END && !stack.isEmpty() && itemBegins(reading, index + 1, end)) {
                brackets.abandonBefore(stack, reading, end);
            }
            if (isOpener(character)) {
                brackets.abandonBefore(stack, reading, index - LONGEST);
                stack.push(index);
                brackets.waiting[OPENERS.indexOf(character)]++;
            } else if (isCloser(character)) {
                brackets.close(stack, reading, index);
            }
        }
        brackets.abandonBefore(stack, reading, end);
        brackets.pairs.sort(Comparator.comparingInt(Range::start));
        brackets.open.sort(Comparator.naturalOrder());
        return brackets;
    }

    /** Whether the next line is an item: no bracket reaches beyond it. */
    private static boolean itemBegins(Reading reading, int lineStart, int end) {
        int from = reading.skipBlanksOnLine(lineStart, end);
        return from < end && Marker.at(reading, from, end) != null;
    }

    private void abandonBefore(Deque<Integer> stack, Reading reading, int limit) {
        while (!stack.isEmpty() && stack.peekLast() < limit) {
            abandon(stack.pollLast(), reading);
        }
    }

    private void abandon(int opener, Reading reading) {
        waiting[OPENERS.indexOf(reading.at(opener))]--;
        open.add(opener);
    }

    private void close(Deque<Integer> stack, Reading reading, int index) {
        abandonBefore(stack, reading, index - LONGEST);
        char opener = OPENERS.charAt(CLOSERS.indexOf(reading.at(index)));
        if (waiting[OPENERS.indexOf(opener)] == 0) {
            return;
        }
        while (reading.at(stack.peek()) != opener) {
            abandon(stack.pop(), reading);
        }
        waiting[OPENERS.indexOf(opener)]--;
        pairs.add(new Range(stack.pop(), index + 1));
    }

    List<Range> pairs() {
        return pairs;
    }

    List<Integer> open() {
        return open;
    }
}
