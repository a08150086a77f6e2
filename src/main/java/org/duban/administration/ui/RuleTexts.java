package org.duban.administration.ui;

import com.vaadin.flow.component.UI;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.base.Refusal;
import org.duban.rule.Choices;
import org.duban.rule.DecisionTable;
import org.duban.rule.DecisionTable.Column;
import org.duban.rule.TableCase;
import org.duban.ui.Messages;

/** What stands in a decision table, in words of the user's language instead of those of the file. */
final class RuleTexts {

    private static final Pattern RANGE = Pattern.compile("\\[(-?\\d+)\\.\\.(-?\\d+)]");
    private static final Pattern BOUND = Pattern.compile("(<=|>=|<|>)\\s*(-?\\d+)");

    private final UI page = UI.getCurrent();
    private final DecisionTable table;

    RuleTexts(DecisionTable table) {
        this.table = table;
    }

    /** What the row is for; the name of its rule where nothing is said of it. */
    String name(DecisionTable.Row row) {
        return row.note().isBlank() ? table.ruleOf(row) : row.note();
    }

    String cell(int column, String written) {
        return cell(table.columns().get(column), written);
    }

    String cell(Column column, String written) {
        if (isAny(written)) {
            return page.getTranslation("rules.any");
        }
        // numbers of an input are told as the ranges that they are
        return Choices.of(column)
                .filter(choices -> column.type() != DecisionTable.Type.INTEGER || named(column))
                .flatMap(choices -> choices.read(written))
                .map(values -> joined(values.stream().map(value -> word(column, value))))
                .orElseGet(() -> plain(column, written));
    }

    /** Whether a cell asks for nothing. */
    static boolean isAny(String written) {
        return written.isBlank() || written.strip().equals("-");
    }

    /** In place of a value that is still to be chosen. */
    String unchosen() {
        return page.getTranslation("rules.edit.pick");
    }

    /** One of the values of a column. */
    String word(Column column, String value) {
        return Stream.of("rules.word." + column.name() + "." + value, family(column) + value)
                .map(key -> new String[] {key, page.getTranslation(key)})
                .filter(text -> !Messages.isMissing(text[0], text[1]))
                .map(text -> text[1])
                .findFirst()
                .orElse(value);
    }

    /** The reason, with rows, values and cases named as they are on the page. */
    String refusal(Refusal refusal) {
        Object[] told = refusal.arguments();
        if (refusal.messageKey().equals("refusal.table.cell")
                && told[3].toString().isBlank()) {
            return page.getTranslation("rules.refused.empty", told[0], told[2]);
        }
        return page.getTranslation(
                refusal.messageKey(), Arrays.stream(told).map(this::inWords).toArray());
    }

    private Object inWords(Object told) {
        return switch (told) {
            case TableCase tableCase ->
                joined(tableCase.parts().stream()
                        .map(part -> page.getTranslation(
                                "rules.case", part.input().title(), word(part.input(), part.value()))));
            case String rule
            when !rule.isEmpty() -> table.row(rule).map(this::name).orElse(rule);
            default -> told;
        };
    }

    private boolean named(Column column) {
        return !family(column).isEmpty();
    }

    private String plain(Column column, String written) {
        if (column.type() == DecisionTable.Type.STRING) {
            return written.replace("\"", "");
        }
        return joined(Stream.of(written.split(",", -1)).map(String::strip).map(this::number));
    }

    private String number(String part) {
        Matcher range = RANGE.matcher(part);
        if (range.matches()) {
            return page.getTranslation("rules.range", range.group(1), range.group(2));
        }
        Matcher bound = BOUND.matcher(part);
        if (bound.matches()) {
            return bound.group(1).replace("<=", "≤").replace(">=", "≥") + " " + bound.group(2);
        }
        return part;
    }

    private String joined(Stream<String> parts) {
        return parts.collect(Collectors.joining(page.getTranslation("list.separator")));
    }

    /** Where the features that decide by the column have the names of its values. */
    private String family(Column column) {
        return switch (column.name()) {
            case "kind" -> table.key().equals("reminder") ? "ladder.reminded." : "ladder.subject.";
            case "priority" -> "priority.";
            case "addressee" -> "ladder.addressee.";
            case "level", "escalationLevel" -> "escalation.";
            case "role" -> "dutyRole.";
            case "outcome" -> "outcome.";
            case "dueBasis" -> "dueBasis.";
            case "verdict" -> "verdict.";
            case "light", "worstSubTask" -> "light.";
            default -> "";
        };
    }
}
