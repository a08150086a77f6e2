package org.duban.commandline;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.extraction.Deadline;
import org.duban.extraction.ExtractedDocument;
import org.duban.extraction.ExtractedTarget;
import org.duban.extraction.ExtractedTask;
import org.duban.extraction.Responsibility;
import org.duban.extraction.Responsibility.Role;
import org.duban.extraction.Warning;

/** Writes documents as tables for people. */
final class TableText {

    static final int DEFAULT_COLUMNS = 100;

    private static final int FEWEST_COLUMNS = 60;
    private static final int MOST_COLUMNS = 160;
    private static final int MOST_FOR_NUMBER = 14;
    private static final int DEADLINE = 10;
    private static final int GAP = 2;

    private final PrintStream out;
    private final Texts texts;
    private final int columns;

    TableText(PrintStream out, Texts texts, int columns) {
        this.out = out;
        this.texts = texts;
        this.columns = Math.clamp(columns, FEWEST_COLUMNS, MOST_COLUMNS);
    }

    void file(String name, List<ExtractedDocument> documents) {
        int rows =
                documents.stream().mapToInt(document -> document.tasks().size()).sum();
        out.println(texts.get("commandline.file", name, documents.size(), rows));
        documents.forEach(this::document);
        out.println();
    }

    private void document(ExtractedDocument document) {
        out.println();
        out.println("=".repeat(columns));
        String title = document.title() == null ? texts.get("commandline.untitled") : oneLine(document.title());
        Wrapping.wrap(title, columns).forEach(out::println);
        Wrapping.wrap(facts(document), columns).forEach(out::println);
        out.println(counts(document.tasks()));
        if (!document.tasks().isEmpty()) {
            rows(document.tasks());
        }
    }

    private String facts(ExtractedDocument document) {
        return Stream.of(
                        fact("commandline.docNumber", document.docNumber()),
                        fact("commandline.issuer", document.issuer()),
                        fact("commandline.date", document.issuedOn()),
                        fact("commandline.period", document.period()))
                .filter(fact -> !fact.isEmpty())
                .collect(Collectors.joining("  "));
    }

    private String fact(String key, Object value) {
        return value == null ? "" : texts.get(key, value.toString());
    }

    private String counts(List<ExtractedTask> tasks) {
        long warned = tasks.stream().filter(task -> !task.warnings().isEmpty()).count();
        long blocked = tasks.stream()
                .filter(task -> task.warnings().stream().anyMatch(Warning::blocking))
                .count();
        long targets = tasks.stream().mapToLong(task -> task.targets().size()).sum();
        return texts.get("commandline.counts", tasks.size(), targets, warned, blocked);
    }

    private void rows(List<ExtractedTask> tasks) {
        int number = Wrapping.width(texts.get("commandline.no"));
        for (ExtractedTask task : tasks) {
            number = task.no() == null ? number : Math.max(number, Wrapping.width(task.no()));
        }
        number = Math.min(number, MOST_FOR_NUMBER);
        int rest = columns - number - DEADLINE - 3 * GAP;
        int[] widths = {number, rest / 2, rest - rest / 2, DEADLINE};
        out.println("-".repeat(columns));
        line(
                widths,
                List.of(texts.get("commandline.no")),
                List.of(texts.get("commandline.task")),
                List.of(texts.get("commandline.departments")),
                List.of(texts.get("commandline.deadline")));
        for (ExtractedTask task : tasks) {
            out.println("-".repeat(columns));
            line(
                    widths,
                    Wrapping.wrap(task.no() == null ? "" : task.no(), widths[0]),
                    task(task, widths[1]),
                    departments(task, widths[2]),
                    deadline(task.deadline(), widths[3]));
        }
        out.println("-".repeat(columns));
    }

    private List<String> task(ExtractedTask task, int width) {
        List<String> lines = new ArrayList<>(Wrapping.wrap(oneLine(task.title()), width));
        for (ExtractedTarget target : task.targets()) {
            lines.addAll(hanging("+ ", oneLine(target.wording()), width));
        }
        for (Warning warning : task.warnings()) {
            String detail =
                    warning.detail().isEmpty() ? "" : texts.get("commandline.detail", oneLine(warning.detail()));
            lines.addAll(hanging(
                    warning.blocking() ? "!! " : "! ",
                    texts.get("commandline.warning." + warning.kind()) + detail,
                    width));
        }
        return lines;
    }

    private List<String> departments(ExtractedTask task, int width) {
        List<String> lines = new ArrayList<>();
        for (Role role : Role.values()) {
            String names = task.responsibilities().stream()
                    .filter(responsibility -> responsibility.role() == role)
                    .map(Responsibility::name)
                    .map(TableText::oneLine)
                    .collect(Collectors.joining(texts.get("commandline.separator")));
            if (!names.isEmpty()) {
                lines.addAll(hanging(texts.get("commandline.role." + role) + " ", names, width));
            }
        }
        return lines;
    }

    private static List<String> deadline(Deadline deadline, int width) {
        if (deadline == null) {
            return List.of();
        }
        return deadline.dueOn() == null
                ? Wrapping.wrap(oneLine(deadline.phrase()), width)
                : List.of(deadline.dueOn().toString());
    }

    /** The mark before the first line, the others below its text. */
    private static List<String> hanging(String mark, String text, int width) {
        int indent = Wrapping.width(mark);
        List<String> lines = new ArrayList<>();
        for (String line : Wrapping.wrap(text, width - indent)) {
            lines.add((lines.isEmpty() ? mark : " ".repeat(indent)) + line);
        }
        return lines;
    }

    @SafeVarargs
    private void line(int[] widths, List<String>... cells) {
        int height = Stream.of(cells).mapToInt(List::size).max().orElse(0);
        for (int row = 0; row < Math.max(1, height); row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < cells.length; column++) {
                String text = row < cells[column].size() ? cells[column].get(row) : "";
                line.append(Wrapping.pad(text, widths[column] + GAP));
            }
            out.println(line.toString().stripTrailing());
        }
    }

    /** What a document says must not steer the terminal. */
    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}]+", " ");
    }
}
