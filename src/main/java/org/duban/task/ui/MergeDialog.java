package org.duban.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.base.WorkingCalendar;
import org.duban.task.Acknowledgements;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskFilter;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.LedgerKey;
import org.duban.task.Merges;
import org.duban.task.SimilarTasks;
import org.duban.ui.Formats;
import org.duban.ui.Notices;
import org.duban.ui.ReasonDialog;
import org.springframework.stereotype.Component;

/** Asks into which key task one goes: the likest ones come first, all others are found by their words or number. */
@Component
class MergeDialog {

    private static final int SHOWN = 50;

    /** @param likeness in per cent; {@code null} where it was found by its words */
    record Choice(KeyTaskId id, String no, String title, String directive, Integer likeness) {}

    private final Merges merges;
    private final SimilarTasks similar;
    private final KeyTasks tasks;
    private final WorkingCalendar calendar;
    private final Formats formats;

    MergeDialog(Merges merges, SimilarTasks similar, KeyTasks tasks, WorkingCalendar calendar, Formats formats) {
        this.merges = merges;
        this.similar = similar;
        this.tasks = tasks;
        this.calendar = calendar;
        this.formats = formats;
    }

    void open(KeyTask task, Runnable changed) {
        ComboBox<Choice> survivor = survivor(task);
        Checkbox earlierDue = new Checkbox(text("merge.earlierDue", formats.day(task.dueOn())));
        earlierDue.setVisible(false);
        survivor.addValueChangeListener(change -> {
            earlierDue.setVisible(change.getValue() != null && couldBeDueEarlier(task, change.getValue()));
            earlierDue.setValue(false);
        });
        new ReasonDialog(text("merge.title"), text("merge.reason"), text("merge.action.confirm"), words -> {
                    merges.merge(survivor.getValue().id(), task.id(), earlierDue.getValue(), words);
                    Notices.done("merge.done", survivor.getValue().no());
                    changed.run();
                })
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(text("merge.hint"))
                .with(survivor, () -> true)
                .with(earlierDue, () -> survivor.getValue() != null)
                .dangerous()
                .open();
    }

    /** A due date that has passed is offered to nobody. */
    private boolean couldBeDueEarlier(KeyTask task, Choice choice) {
        return task.dueOn().isBefore(tasks.details(choice.id()).task().dueOn())
                && !task.dueOn().isBefore(calendar.today());
    }

    private ComboBox<Choice> survivor(KeyTask task) {
        List<Choice> likely = similar.to(task.id()).stream()
                .map(each -> new Choice(each.id(), each.no(), each.title(), each.directiveLabel(), each.likeness()))
                .toList();
        ComboBox<Choice> survivor = new ComboBox<>(text("merge.survivor"));
        survivor.setItemsWithFilterConverter(
                query -> found(task, likely, query.getFilter().orElse(""))
                        .skip(query.getOffset())
                        .limit(query.getLimit()),
                typed -> typed);
        survivor.setItemLabelGenerator(choice -> text("task.title", choice.no(), choice.title()));
        survivor.setRenderer(new ComponentRenderer<>(MergeDialog::line));
        survivor.setHelperText(text(likely.isEmpty() ? "merge.survivor.search" : "merge.survivor.likely"));
        survivor.setRequiredIndicatorVisible(true);
        survivor.setWidthFull();
        survivor.setOverlayWidth("min(40rem, calc(100vw - 2rem))");
        return survivor;
    }

    private Stream<Choice> found(KeyTask task, List<Choice> likely, String typed) {
        KeyTaskFilter filter =
                new KeyTaskFilter(null, null, null, null, false, true, typed.isBlank() ? null : typed.strip());
        Map<KeyTaskId, Choice> first =
                typed.isBlank() ? likely.stream().collect(Collectors.toMap(Choice::id, Function.identity())) : Map.of();
        Stream<Choice> others = tasks.list(filter, LedgerKey.START, SHOWN).rows().stream()
                .filter(row -> takesOneIn(row.task())
                        && !row.task().id().equals(task.id())
                        && !first.containsKey(row.task().id()))
                .map(row ->
                        new Choice(row.task().id(), row.task().no(), row.task().title(), row.directiveLabel(), null));
        return typed.isBlank() ? Stream.concat(likely.stream(), others) : others;
    }

    private static boolean takesOneIn(KeyTask task) {
        return task.state() == KeyTask.State.RUNNING && !task.suspended() && !task.isSubTask();
    }

    private static Div line(Choice choice) {
        Span about = new Span(
                choice.likeness() == null
                        ? choice.directive()
                        : text("merge.likeness", choice.directive(), choice.likeness()));
        about.addClassName("soft");
        Div line = new Div(new Span(text("task.title", choice.no(), choice.title())), about);
        line.addClassName("directive-choice");
        return line;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
