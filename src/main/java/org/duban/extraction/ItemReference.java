package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * Says for which items a note is meant: 以上三项工作, 以上第3—5项, 第7项.
 *
 * @param length characters that say so
 * @param above the number of items above the note; 0 where it does not say so, {@link Note#ALL_ABOVE} for 以上工作
 * @param numbers the items that it names; empty where it names none
 */
record ItemReference(int length, int above, List<Integer> numbers) {

    private static final ItemReference NONE = new ItemReference(0, 0, List.of());
    private static final String DASHES = "-—–－~至";
    private static final int MOST_ITEMS = 100;
    private static final List<String> WORDS =
            List.of("各", "项", "条", "个", "点", "款", "重点", "工作", "任务", "事项", "内容", "措施", "政策", "均", "由");

    /** The reference with which a note begins: 以上三项工作. */
    static ItemReference above(NoteText note) {
        if (!note.startsWith("以上") && !note.startsWith("上述")) {
            return NONE;
        }
        int index = note.startsWith("以上第") || note.startsWith("上述第") ? 3 : 2;
        int above = Note.ALL_ABOVE;
        Numbers numbers = Numbers.at(note, index);
        if (numbers != null) {
            above = numbers.last() > numbers.first() ? numbers.last() - numbers.first() + 1 : numbers.first();
            index = numbers.end();
        } else if (index < note.length() && note.charAt(index) == '两') {
            above = 2;
            index++;
        }
        return new ItemReference(behindWords(note, index), above, List.of());
    }

    /** The reference with which a piece begins: 第7项. */
    static ItemReference named(NoteText piece) {
        Numbers numbers = piece.startsWith("第") ? Numbers.at(piece, 1) : null;
        if (numbers == null
                || numbers.end() >= piece.length()
                || "项条款点".indexOf(piece.charAt(numbers.end())) < 0
                || numbers.last() - numbers.first() > MOST_ITEMS) {
            return NONE;
        }
        List<Integer> items = new ArrayList<>();
        for (int item = numbers.first(); item <= numbers.last(); item++) {
            items.add(item);
        }
        return new ItemReference(behindWords(piece, numbers.end()), 0, items);
    }

    private static int behindWords(NoteText text, int from) {
        int index = from;
        for (String word : WORDS) {
            if (text.subSequence(index, text.length()).startsWith(word)) {
                index += word.length();
            }
        }
        return index;
    }

    /** 3, or 3—5. */
    private record Numbers(int first, int last, int end) {

        static Numbers at(NoteText text, int index) {
            int length = Numerals.lengthAt(text, index);
            if (length == 0) {
                return null;
            }
            int end = index + length;
            int first = Numerals.value(text.subSequence(index, end).toString());
            int more =
                    end < text.length() && DASHES.indexOf(text.charAt(end)) >= 0 ? Numerals.lengthAt(text, end + 1) : 0;
            if (more == 0) {
                return new Numbers(first, first, end);
            }
            int last = Numerals.value(text.subSequence(end + 1, end + 1 + more).toString());
            return new Numbers(first, Math.max(first, last), end + 1 + more);
        }
    }
}
