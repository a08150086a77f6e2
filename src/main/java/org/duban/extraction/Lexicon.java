package org.duban.extraction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words with a meaning each, found by the longest one that fits. */
final class Lexicon<M> {

    /** A word found in a text. */
    record Hit<M>(M meaning, String word) {

        int length() {
            return word.length();
        }
    }

    private final Map<Character, List<Hit<M>>> byFirst = new HashMap<>();
    private final Map<Character, List<Hit<M>>> byLast = new HashMap<>();

    Lexicon<M> add(M meaning, String words) {
        for (String word : words.split(" ")) {
            Hit<M> hit = new Hit<>(meaning, word);
            insert(byFirst, word.charAt(0), hit);
            insert(byLast, word.charAt(word.length() - 1), hit);
        }
        return this;
    }

    private static <M> void insert(Map<Character, List<Hit<M>>> index, char key, Hit<M> hit) {
        List<Hit<M>> hits = index.computeIfAbsent(key, any -> new ArrayList<>());
        hits.add(hit);
        hits.sort(Comparator.comparingInt((Hit<M> each) -> each.length()).reversed());
    }

    boolean mayBeginWith(char character) {
        return byFirst.containsKey(character);
    }

    /** The longest word that stands in {@code text} at {@code index}, or {@code null}. */
    Hit<M> at(CharSequence text, int index) {
        if (index >= text.length()) {
            return null;
        }
        for (Hit<M> hit : byFirst.getOrDefault(text.charAt(index), List.of())) {
            if (matches(text, index, hit.word())) {
                return hit;
            }
        }
        return null;
    }

    /** The longest word with which {@code text} ends before {@code end}, or {@code null}. */
    Hit<M> before(CharSequence text, int end) {
        if (end <= 0) {
            return null;
        }
        for (Hit<M> hit : byLast.getOrDefault(text.charAt(end - 1), List.of())) {
            if (end >= hit.length() && matches(text, end - hit.length(), hit.word())) {
                return hit;
            }
        }
        return null;
    }

    private static boolean matches(CharSequence text, int index, String word) {
        if (index + word.length() > text.length()) {
            return false;
        }
        for (int offset = 0; offset < word.length(); offset++) {
            if (text.charAt(index + offset) != word.charAt(offset)) {
                return false;
            }
        }
        return true;
    }
}
