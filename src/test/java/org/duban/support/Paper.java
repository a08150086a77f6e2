package org.duban.support;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.duban.directive.DocumentFacts;
import org.duban.extraction.Deadline;
import org.duban.extraction.ExtractedDocument;
import org.duban.extraction.ExtractedTarget;
import org.duban.extraction.ExtractedTask;
import org.duban.extraction.Range;
import org.duban.extraction.Responsibility;
import org.duban.extraction.Responsibility.Role;
import org.duban.extraction.Warning;

/** A document as extraction would find it, written row by row: the text grows with the rows, and their ranges are right. */
public final class Paper {

    private final String title;
    private final StringBuilder text = new StringBuilder();
    private final List<ExtractedTask> tasks = new ArrayList<>();

    public Paper(String title) {
        this.title = title;
        text.append(title).append("\n\n");
    }

    public record Named(String name, Role role, boolean group) {}

    public static Named leads(String name) {
        return new Named(name, Role.LEAD, false);
    }

    public static Named shares(String name) {
        return new Named(name, Role.COOPERATING, false);
    }

    public static Named joint(String name) {
        return new Named(name, Role.JOINT, false);
    }

    public static Named group(String name, Role role) {
        return new Named(name, role, true);
    }

    public Paper row(String no, String words, Named... named) {
        int start = text.length();
        text.append(no).append("．").append(words).append("（");
        List<Responsibility> responsibilities = new ArrayList<>();
        for (Named each : named) {
            int at = text.length();
            text.append(each.name()).append("、");
            Range range = new Range(at, at + each.name().length());
            responsibilities.add(new Responsibility(each.name(), each.role(), each.group(), range));
        }
        text.append("负责）\n");
        Range quote = new Range(start, text.length() - 1);
        tasks.add(new ExtractedTask(
                no, words.split("[。，；]")[0], words, quote, responsibilities, null, List.of(), List.of()));
        return this;
    }

    /** The last row is not clear. */
    public Paper warning(Warning.Kind kind) {
        ExtractedTask last = tasks.removeLast();
        List<Warning> warnings = new ArrayList<>(last.warnings());
        warnings.add(new Warning(kind, last.title(), last.quote()));
        tasks.add(new ExtractedTask(
                last.no(),
                last.title(),
                last.text(),
                last.quote(),
                last.responsibilities(),
                last.deadline(),
                last.targets(),
                warnings));
        return this;
    }

    /** The last row has a deadline and targets. */
    public Paper promises(String phrase, LocalDate dueOn, ExtractedTarget... targets) {
        ExtractedTask last = tasks.removeLast();
        tasks.add(new ExtractedTask(
                last.no(),
                last.title(),
                last.text(),
                last.quote(),
                last.responsibilities(),
                new Deadline(phrase, dueOn),
                List.of(targets),
                last.warnings()));
        return this;
    }

    public String text() {
        return text.toString();
    }

    public DocumentFacts facts() {
        return new DocumentFacts(title, "试发〔2026〕7号", "试验机关", LocalDate.of(2026, 1, 5), 2026, 2030, "国家");
    }

    public ExtractedDocument document() {
        Range all = new Range(0, text.length());
        return new ExtractedDocument(all, title, null, null, null, null, tasks);
    }
}
