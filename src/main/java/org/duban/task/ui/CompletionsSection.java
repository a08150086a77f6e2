package org.duban.task.ui;

import static org.duban.ui.Prose.soft;
import static org.duban.ui.Prose.words;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Function;
import org.duban.task.Completion;
import org.duban.task.CompletionTarget;
import org.duban.task.Countersignature;
import org.duban.task.KeyTaskDetails;
import org.duban.task.SiteCheck;
import org.duban.ui.Formats;

/**
 * Who applied for completion, what was reached of the targets, what the other departments and the check on site say, and
 * what became of it; the newest application first.
 */
@org.springframework.stereotype.Component
class CompletionsSection implements TaskSection {

    private final Formats formats;

    CompletionsSection(Formats formats) {
        this.formats = formats;
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public String titleKey() {
        return "task.section.completions";
    }

    @Override
    public Component content(KeyTaskDetails task, Runnable changed) {
        if (task.completions().isEmpty()) {
            return null;
        }
        Div content = new Div();
        content.addClassName("completions");
        task.completions().reversed().forEach(completion -> content.add(application(completion)));
        return content;
    }

    private Div application(Completion completion) {
        Div entry = new Div();
        entry.addClassName("completion");
        Span applied = soft(entry.getTranslation(
                "task.completion.applied",
                completion.departmentName(),
                completion.appliedBy(),
                formats.moment(completion.appliedAt())));
        Div head = new Div(TaskBadges.completion(completion), applied);
        head.addClassName("completion-head");
        entry.add(head, words(completion.statement()));
        part(entry, "completion.part.targets", completion.targets(), this::target);
        part(entry, "completion.part.countersignatures", completion.countersignatures(), this::countersignature);
        part(entry, "completion.part.siteChecks", completion.siteChecks(), this::siteCheck);
        if (completion.decidedAt() != null) {
            entry.add(soft(entry.getTranslation(
                    "completion.ended." + completion.state(), formats.moment(completion.decidedAt()))));
            // the words of a return stand with the department that returned it
            if (completion.reason() != null && completion.state() != Completion.State.RETURNED) {
                entry.add(words(completion.reason()));
            }
        }
        return entry;
    }

    private static <T> void part(Div entry, String titleKey, List<T> parts, Function<T, ListItem> item) {
        if (!parts.isEmpty()) {
            Span title = new Span(entry.getTranslation(titleKey));
            title.addClassName("completion-part-title");
            UnorderedList list = new UnorderedList();
            list.addClassName("completion-part");
            parts.forEach(each -> list.add(item.apply(each)));
            entry.add(title, list);
        }
    }

    private ListItem target(CompletionTarget reached) {
        Span what = new Span(reached.target().what());
        what.setTitle(reached.target().wording());
        what.addClassName("target-what");
        Span figures = new Span();
        figures.addClassName("completion-figures");
        figures.setText(figures.getTranslation(
                "completion.target.figures",
                reached.amount() == null
                        ? "–"
                        : TargetTexts.figure(reached.amount(), reached.target().unit()),
                TargetTexts.promise(reached.target())));
        return item(TaskBadges.met(reached.met()), reached.note(), what, figures);
    }

    private ListItem countersignature(Countersignature asked) {
        Span who = new Span(asked.departmentName());
        Span when = soft("");
        when.setText(
                asked.endedAt() == null
                        ? when.getTranslation("completion.countersign.by", formats.day(asked.dueOn()))
                        : asked.endedBy() == null
                                ? formats.moment(asked.endedAt())
                                : when.getTranslation("task.now.by", asked.endedBy(), formats.moment(asked.endedAt())));
        return item(TaskBadges.countersignature(asked.state()), asked.opinion(), who, when);
    }

    private ListItem siteCheck(SiteCheck check) {
        Span plan = new Span();
        plan.setText(plan.getTranslation(
                check.place() == null ? "siteCheck.plan" : "siteCheck.plan.at",
                formats.day(check.plannedOn()),
                check.inspectors(),
                check.place()));
        Span why = soft(check.sampled() ? plan.getTranslation("siteCheck.sampled") : check.reason());
        return item(TaskBadges.siteCheck(check.state()), check.finding(), plan, why);
    }

    private static ListItem item(Component badge, String words, Component... facts) {
        Div line = new Div(badge);
        line.add(facts);
        line.addClassName("completion-head");
        ListItem item = new ListItem(line);
        if (words != null) {
            item.add(words(words));
        }
        return item;
    }
}
