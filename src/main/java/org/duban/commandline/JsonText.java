package org.duban.commandline;

import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;
import org.duban.extraction.ExtractedDocument;
import org.duban.extraction.ExtractedTarget;
import org.duban.extraction.ExtractedTask;
import org.duban.extraction.Range;
import org.duban.extraction.Responsibility.Role;
import org.duban.extraction.Warning;

/**
 * Writes documents as one JSON object, a task a line. What the source does not say is {@code null}; ranges count UTF-16
 * units in the text with {@code \n} as its line breaks.
 */
final class JsonText {

    private final PrintStream out;
    private final StringBuilder json = new StringBuilder();
    private boolean first = true;

    JsonText(PrintStream out) {
        this.out = out;
    }

    void begin() {
        out.print("{\"documents\":[");
    }

    void end() {
        out.print(first ? "]}\n" : "\n]}\n");
    }

    /** @param file where the document was found, or {@code null} to leave it out */
    void document(ExtractedDocument document, String file) {
        json.append(first ? "\n{" : ",\n{");
        first = false;
        if (file != null) {
            field("file", file).append(',');
        }
        field("title", document.title()).append(',');
        field("docNumber", document.docNumber()).append(',');
        field("issuer", document.issuer()).append(',');
        field("date", document.issuedOn()).append(',');
        field("period", document.period()).append(',');
        list("tasks", "\n", document.tasks(), this::task);
        out.append(json.append('}'));
        json.setLength(0);
    }

    private void task(ExtractedTask task) {
        json.append('{');
        field("no", task.no()).append(',');
        field("title", task.title()).append(',');
        field("text", task.text()).append(',');
        list("lead", "", task.names(Role.LEAD), this::string);
        json.append(',');
        list("coop", "", task.names(Role.COOPERATING), this::string);
        json.append(',');
        list("responsible", "", task.names(Role.JOINT), this::string);
        json.append(',');
        field("deadline", task.deadline() == null ? null : task.deadline().phrase())
                .append(',');
        field("dueDate", task.deadline() == null ? null : task.deadline().dueOn())
                .append(',');
        list("targets", "", task.targets(), this::target);
        json.append(",\"quote\":");
        range(task.quote());
        json.append(',');
        list("warnings", "", task.warnings(), this::warning);
        json.append('}');
    }

    private void target(ExtractedTarget target) {
        json.append('{');
        field("text", target.wording()).append(',');
        field("what", target.what()).append(',');
        field("comparator", target.comparator()).append(",\"value\":");
        json.append(target.amount() == null ? "null" : target.amount().toPlainString())
                .append(',');
        field("unit", target.unit()).append(",\"by\":").append(target.byYear()).append('}');
    }

    private void warning(Warning warning) {
        json.append('{');
        field("kind", warning.kind()).append(',');
        field("detail", warning.detail()).append(",\"blocking\":").append(warning.blocking());
        json.append(",\"at\":");
        range(warning.range());
        json.append('}');
    }

    private void range(Range range) {
        json.append("{\"start\":").append(range.start()).append(",\"end\":").append(range.end());
        json.append('}');
    }

    private <T> void list(String name, String before, List<T> elements, Consumer<T> element) {
        json.append('"').append(name).append("\":[");
        for (int i = 0; i < elements.size(); i++) {
            json.append(i == 0 ? before : "," + before);
            element.accept(elements.get(i));
        }
        json.append(']');
    }

    private StringBuilder field(String name, Object value) {
        json.append('"').append(name).append("\":");
        if (value == null) {
            return json.append("null");
        }
        string(value.toString());
        return json;
    }

    private void string(String value) {
        json.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c == '\n') {
                json.append("\\n");
            } else if (c < ' ' || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                // A lone half of a pair has no UTF-8; escaped, it survives.
                json.append("\\u").append(String.format("%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
