package org.duban.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The values that an input can have, and the reading of cells about them. Every value is a whole number here: a word is
 * its place in the list of words, {@code false} and {@code true} are 0 and 1; so a cell is a list of ranges.
 */
final class Values {

    /** Both ends belong to it. */
    record Range(long from, long to) {}

    private static final long LEAST = Integer.MIN_VALUE;
    private static final long GREATEST = Integer.MAX_VALUE;

    private static final String NUMBER = "-?\\d{1,9}";
    private static final Pattern INTERVAL =
            Pattern.compile("([\\[\\](])\\s*(" + NUMBER + ")\\s*\\.\\.\\s*(" + NUMBER + ")\\s*([\\[\\])])");
    private static final Pattern COMPARISON = Pattern.compile("(<=|>=|<|>)?\\s*(" + NUMBER + ")");
    private static final Pattern WORD = Pattern.compile("\"([\\p{L}\\p{N}_-]{1,60})\"");
    static final String ANYTHING = "-";

    private final DecisionTable.Type type;
    private final List<String> words;
    private final List<Range> ranges;

    private Values(DecisionTable.Type type, List<String> words, List<Range> ranges) {
        this.type = type;
        this.words = words;
        this.ranges = ranges;
    }

    /** Empty if what is written of the values can't be read, or names none. Words need a list of them. */
    static Optional<Values> of(DecisionTable.Type type, String allowed) {
        boolean all = allowed == null || allowed.isBlank();
        return switch (type) {
            case BOOLEAN ->
                all
                        ? Optional.of(new Values(type, List.of("false", "true"), List.of(new Range(0, 1))))
                        : Optional.empty();
            case STRING -> all ? Optional.empty() : words(allowed);
            case INTEGER -> {
                Values numbers = new Values(type, List.of(), List.of(new Range(LEAST, GREATEST)));
                yield all
                        ? Optional.of(numbers)
                        : numbers.read(allowed)
                                .filter(ranges -> !ranges.isEmpty())
                                .map(ranges -> new Values(type, List.of(), ranges));
            }
        };
    }

    /** The value of a literal, if it is one of the type. */
    static Optional<Object> literal(DecisionTable.Type type, String text) {
        String written = text.strip();
        return switch (type) {
            case INTEGER -> written.matches(NUMBER) ? Optional.of((Object) Integer.valueOf(written)) : Optional.empty();
            case BOOLEAN ->
                written.matches("true|false") ? Optional.of((Object) Boolean.valueOf(written)) : Optional.empty();
            case STRING -> {
                Matcher word = WORD.matcher(written);
                yield word.matches() ? Optional.of((Object) word.group(1)) : Optional.empty();
            }
        };
    }

    private static Optional<Values> words(String allowed) {
        List<String> words = new ArrayList<>();
        for (String part : allowed.split(",", -1)) {
            Matcher word = WORD.matcher(part.strip());
            if (!word.matches() || words.contains(word.group(1))) {
                return Optional.empty();
            }
            words.add(word.group(1));
        }
        return Optional.of(new Values(DecisionTable.Type.STRING, words, List.of(new Range(0, words.size() - 1))));
    }

    List<Range> ranges() {
        return ranges;
    }

    /** Whether a cell asks for nothing in particular. */
    static boolean any(String cell) {
        return cell.isBlank() || cell.strip().equals(ANYTHING);
    }

    /** The whole number that stands for a value. */
    long place(String value) {
        return words.isEmpty() ? Long.parseLong(value) : words.indexOf(value);
    }

    /** What a cell says, within these values; empty if it can't be read. A list without ranges matches nothing. */
    Optional<List<Range>> read(String cell) {
        String text = cell.strip();
        if (any(text)) {
            return Optional.of(ranges);
        }
        List<Range> read = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            Optional<Range> range = type == DecisionTable.Type.INTEGER ? number(part.strip()) : word(part.strip());
            if (range.isEmpty()) {
                return Optional.empty();
            }
            ranges.forEach(allowed -> clip(range.get(), allowed).ifPresent(read::add));
        }
        return Optional.of(read);
    }

    /**
     * The same cell in the one way of writing it: nothing but words, figures and signs that {@link #read} has understood,
     * whatever stood between them.
     */
    String canonical(String cell) {
        String text = cell.strip();
        if (any(text)) {
            return text;
        }
        return Stream.of(text.split(",", -1))
                .map(String::strip)
                .map(part -> type == DecisionTable.Type.INTEGER ? canonicalNumber(part) : canonicalWord(part))
                .collect(Collectors.joining(","));
    }

    private String canonicalWord(String part) {
        String word = words.get((int) word(part).orElseThrow().from());
        return type == DecisionTable.Type.BOOLEAN ? word : '"' + word + '"';
    }

    private static String canonicalNumber(String part) {
        if (INTERVAL.matcher(part).matches()) {
            Range range = number(part).orElseThrow();
            return "[" + range.from() + ".." + range.to() + "]";
        }
        Matcher comparison = COMPARISON.matcher(part);
        if (!comparison.matches()) {
            throw new IllegalArgumentException("No cell: " + part);
        }
        long figure = Long.parseLong(comparison.group(2));
        return comparison.group(1) == null ? String.valueOf(figure) : comparison.group(1) + " " + figure;
    }

    /** The value in the way of a literal, if it is one of the type. */
    static Optional<String> canonicalLiteral(DecisionTable.Type type, String text) {
        return literal(type, text)
                .map(value -> type == DecisionTable.Type.STRING ? "\"" + value + '"' : String.valueOf(value));
    }

    private static Optional<Range> clip(Range range, Range allowed) {
        long from = Math.max(range.from(), allowed.from());
        long to = Math.min(range.to(), allowed.to());
        return from <= to ? Optional.of(new Range(from, to)) : Optional.empty();
    }

    private Optional<Range> word(String text) {
        Matcher quoted = WORD.matcher(text);
        String value = type == DecisionTable.Type.BOOLEAN ? text : quoted.matches() ? quoted.group(1) : "";
        int place = words.indexOf(value);
        return place < 0 ? Optional.empty() : Optional.of(new Range(place, place));
    }

    private static Optional<Range> number(String text) {
        Matcher interval = INTERVAL.matcher(text);
        if (interval.matches()) {
            long from = Long.parseLong(interval.group(2));
            long to = Long.parseLong(interval.group(3));
            return Optional.of(new Range(
                    interval.group(1).equals("[") ? from : from + 1,
                    interval.group(4).equals("]") ? to : to - 1));
        }
        Matcher comparison = COMPARISON.matcher(text);
        if (!comparison.matches()) {
            return Optional.empty();
        }
        long figure = Long.parseLong(comparison.group(2));
        return Optional.of(
                switch (String.valueOf(comparison.group(1))) {
                    case "<" -> new Range(LEAST, figure - 1);
                    case "<=" -> new Range(LEAST, figure);
                    case ">" -> new Range(figure + 1, GREATEST);
                    case ">=" -> new Range(figure, GREATEST);
                    default -> new Range(figure, figure);
                });
    }

    /** The same value as a table is asked with it. */
    Object exampleValue(Range range) {
        String example = example(range);
        return switch (type) {
            case INTEGER -> Integer.valueOf(example);
            case BOOLEAN -> Boolean.valueOf(example);
            case STRING -> example;
        };
    }

    /** One value of the range as it is written, near to where it ends rather than anywhere in the infinite. */
    String example(Range range) {
        if (!words.isEmpty()) {
            return words.get((int) range.from());
        }
        if (range.from() != LEAST) {
            return String.valueOf(range.from());
        }
        return range.to() != GREATEST ? String.valueOf(range.to()) : "0";
    }
}
