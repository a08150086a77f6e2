package org.duban.seed;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The fields of one mapping. A getter that meets a fault reports it, marks the entry as unsound and answers null or an
 * empty list, so that all faults of an entry are found in one pass; the caller asks {@link #sound()} at the end.
 *
 * <p>Scalars are taken as they are written, whatever type YAML would guess: {@code no: 1} is the text “1”.
 */
final class Entry {

    private static final Pattern KEY = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern JURISDICTION = Pattern.compile("国家|.+(省|自治区|市)");
    private static final Pattern FLAG = Pattern.compile("true|false");
    private static final Pattern YEAR = Pattern.compile("[12]\\d{3}");
    /** Plain digits: an exponent such as 1e999999999 would be a bomb in later arithmetic. */
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,16}(\\.\\d{1,4})?");

    private static final int LONGEST_JURISDICTION = 40;

    private final Node node;
    private final ProblemLog log;
    private final Map<String, Node> fields = new LinkedHashMap<>();
    private boolean sound = true;

    Entry(Node node, String what, Set<String> known, ProblemLog log) {
        this.node = node;
        this.log = log;
        if (!(node instanceof MappingNode mapping)) {
            fault(node, what + " must be a set of fields");
            return;
        }
        for (var tuple : mapping.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            if (!known.contains(key)) {
                fault(tuple.getKeyNode(), "unknown field “" + key + "”");
            } else if (fields.putIfAbsent(key, tuple.getValueNode()) != null) {
                fault(tuple.getKeyNode(), "field “" + key + "” given twice");
            }
        }
    }

    boolean sound() {
        return sound;
    }

    /** Only a mapping has fields to ask for; without this check each of them would be reported as missing. */
    boolean isMapping() {
        return node instanceof MappingNode;
    }

    /** For a fault that was reported by the reader of a part of this entry. */
    void spoil() {
        sound = false;
    }

    void fault(Node at, String reason) {
        sound = false;
        log.add(at, reason);
    }

    void fault(String field, String reason) {
        fault(fields.getOrDefault(field, node), reason);
    }

    /** An empty value counts as an absent one. */
    boolean has(String field) {
        var value = fields.get(field);
        return value != null
                && !value.getTag().equals(Tag.NULL)
                && !(value instanceof ScalarNode scalar && scalar.getValue().isBlank());
    }

    /** @param longest as many characters as the column has in which the text is kept */
    String text(String field, int longest) {
        return required(field, optionalText(field, longest));
    }

    String optionalText(String field, int longest) {
        return limited(field, longest, scalar(field, "text", text -> text));
    }

    /** A code or slug. */
    String key(String field, int longest) {
        String key = scalar(field, "lower-case letters, digits and hyphens", matching(KEY, text -> text));
        return required(field, limited(field, longest, key));
    }

    String jurisdiction() {
        String wanted = "国家 or the full name of a province or city";
        String jurisdiction = scalar("jurisdiction", wanted, matching(JURISDICTION, text -> text));
        return required("jurisdiction", limited("jurisdiction", LONGEST_JURISDICTION, jurisdiction));
    }

    Integer year(String field) {
        return required(field, optionalYear(field));
    }

    Integer optionalYear(String field) {
        return scalar(field, "a year", matching(YEAR, Integer::valueOf));
    }

    SeedAbolition optionalAbolition(String field) {
        return scalar(field, "a year or a date like 2018-03-17", Entry::parseAbolition);
    }

    /** {@code true} or {@code false}. */
    Boolean optionalFlag(String field) {
        return scalar(field, "true or false", matching(FLAG, Boolean::valueOf));
    }

    LocalDate date(String field) {
        return required(field, optionalDate(field));
    }

    LocalDate optionalDate(String field) {
        return scalar(field, "a date like 2020-12-31", Entry::parseDate);
    }

    BigDecimal number(String field) {
        String wanted = "a number of at most 16 digits and 4 decimals";
        return required(field, scalar(field, wanted, matching(NUMBER, BigDecimal::new)));
    }

    <E extends Enum<E>> E choice(String field, Class<E> type) {
        return required(field, optionalChoice(field, type));
    }

    <E extends Enum<E>> E optionalChoice(String field, Class<E> type) {
        var constants = type.getEnumConstants();
        Function<String, E> parse = text -> Arrays.stream(constants)
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElse(null);
        return scalar(field, "one of " + Arrays.toString(constants), parse);
    }

    /** The items of a list field, none when it is absent. */
    List<Node> list(String field) {
        if (!has(field)) {
            return List.of();
        }
        if (fields.get(field) instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(field, "“" + field + "” must be a list");
        return List.of();
    }

    List<Node> requiredList(String field) {
        return required(field, list(field));
    }

    /** The items of a list of names, as nodes since the caller may have to say where one stands. */
    List<ScalarNode> names(String field) {
        var items = list(field);
        items.stream()
                .filter(item -> !(item instanceof ScalarNode scalar)
                        || scalar.getValue().isBlank())
                .forEach(item -> fault(item, "“" + field + "” must list names"));
        return items.stream()
                .filter(ScalarNode.class::isInstance)
                .map(ScalarNode.class::cast)
                .toList();
    }

    /** As {@link #names(String)}; one that is too long spoils the entry like any other fault. */
    List<ScalarNode> names(String field, int longest) {
        var names = names(field);
        names.forEach(name -> limited(name, field, longest, name.getValue()));
        return names;
    }

    /** The value of a field that {@link #has} a value. */
    Node node(String field) {
        return fields.get(field);
    }

    /** A field with a faulty value was reported already and is not missing as well. */
    private <T> T required(String field, T value) {
        if (!has(field)) {
            fault(field, "missing “" + field + "”");
        }
        return value;
    }

    private <T> T scalar(String field, String wanted, Function<String, T> parse) {
        if (!has(field)) {
            return null;
        }
        if (!(fields.get(field) instanceof ScalarNode scalar)) {
            fault(field, "“" + field + "” must be " + wanted);
            return null;
        }
        T value = parse.apply(scalar.getValue());
        if (value == null) {
            fault(scalar, "“" + field + "” must be " + wanted + ", not “" + scalar.getValue() + "”");
        }
        return value;
    }

    private String limited(String field, int longest, String text) {
        return text == null ? null : limited(fields.get(field), field, longest, text);
    }

    private String limited(Node at, String field, int longest, String text) {
        if (text.length() <= longest) {
            return text;
        }
        fault(at, "“" + field + "” must have at most " + longest + " characters, not " + text.length());
        return null;
    }

    private static <T> Function<String, T> matching(Pattern pattern, Function<String, T> convert) {
        return text -> pattern.matcher(text).matches() ? convert.apply(text) : null;
    }

    private static SeedAbolition parseAbolition(String text) {
        if (YEAR.matcher(text).matches()) {
            return new SeedAbolition(Integer.parseInt(text), null);
        }
        LocalDate day = parseDate(text);
        return day == null ? null : new SeedAbolition(day.getYear(), day);
    }

    private static LocalDate parseDate(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
