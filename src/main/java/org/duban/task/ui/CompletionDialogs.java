package org.duban.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.task.Acknowledgements;
import org.duban.task.CheckSample;
import org.duban.task.CheckSamples;
import org.duban.task.Completion;
import org.duban.task.Completions;
import org.duban.task.Countersignature;
import org.duban.task.Countersignatures;
import org.duban.task.Duty;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.task.Outcome;
import org.duban.task.Reopenings;
import org.duban.task.SiteCheck;
import org.duban.task.SiteChecks;
import org.duban.task.SiteVisit;
import org.duban.task.Withdrawals;
import org.duban.ui.ComponentTexts;
import org.duban.ui.Notices;
import org.duban.ui.Questions;
import org.duban.ui.ReasonDialog;
import org.springframework.stereotype.Component;

/** What is asked before a key task is completed, withdrawn or reopened. A refusal leaves the questions open as they are. */
@Component
class CompletionDialogs {

    private static final int USUAL_SHARE = 20;

    private final Completions completions;
    private final Countersignatures countersignatures;
    private final SiteChecks siteChecks;
    private final CheckSamples samples;
    private final Withdrawals withdrawals;
    private final Reopenings reopenings;
    private final WorkingCalendar calendar;

    CompletionDialogs(
            Completions completions,
            Countersignatures countersignatures,
            SiteChecks siteChecks,
            CheckSamples samples,
            Withdrawals withdrawals,
            Reopenings reopenings,
            WorkingCalendar calendar) {
        this.completions = completions;
        this.countersignatures = countersignatures;
        this.siteChecks = siteChecks;
        this.samples = samples;
        this.withdrawals = withdrawals;
        this.reopenings = reopenings;
        this.calendar = calendar;
    }

    void apply(KeyTaskDetails details, Runnable changed) {
        ClaimsField claims = new ClaimsField(details.targets());
        ReasonDialog dialog = dialog(
                        text("task.apply.title"),
                        "task.apply.label",
                        "task.action.apply",
                        "task.done.applied",
                        changed,
                        words -> completions.apply(details.actsForDuty().id(), words, claims.generateModelValue()))
                .explain(text("task.apply.hint"))
                .longest(Completions.LONGEST_STATEMENT);
        if (!details.targets().isEmpty()) {
            dialog.with(claims, claims::complete);
            dialog.setWidth("min(46rem, calc(100vw - 2rem))");
        }
        dialog.open();
    }

    void takeBack(Completion completion, Runnable changed) {
        ConfirmDialog question =
                Questions.ask(text("completion.takeBack.title"), text("completion.action.takeBack"), () -> {
                    if (Notices.attempt(() -> completions.takeBack(completion.id()))) {
                        Notices.done("completion.done.takenBack");
                    }
                    changed.run();
                });
        question.setText(text("completion.takeBack.hint"));
        question.open();
    }

    void agree(Countersignature asked, Runnable changed) {
        dialog(
                        text("completion.agree.title"),
                        "completion.agree.label",
                        "completion.action.agree",
                        "completion.done.agreed",
                        changed,
                        words -> countersignatures.agree(asked.id(), words))
                .optional()
                .open();
    }

    void giveBack(Countersignature asked, Runnable changed) {
        dialog(
                        text("completion.return.title"),
                        "completion.return.label",
                        "completion.action.return",
                        "completion.done.returned",
                        changed,
                        words -> countersignatures.giveBack(asked.id(), words))
                .explain(text("completion.return.hint"))
                .open();
    }

    void waitNoLonger(Completion completion, Runnable changed) {
        String late = completion.awaited().stream()
                .map(Countersignature::departmentName)
                .collect(Collectors.joining(text("list.separator")));
        ConfirmDialog question = Questions.ask(text("completion.waive.title"), text("completion.action.waive"), () -> {
            if (Notices.attempt(() -> countersignatures.waitNoLonger(completion.taskId(), completion.id()))) {
                Notices.done("completion.done.waived");
            }
            changed.run();
        });
        question.setText(text("completion.waive.hint", late));
        question.open();
    }

    /** @param unfinished duties whose figures a verdict of done would contradict */
    void close(Completion completion, List<Duty> unfinished, Runnable changed) {
        RadioButtonGroup<Outcome> outcome = new RadioButtonGroup<>(text("task.close.outcome"));
        outcome.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        outcome.setItems(Outcome.values());
        outcome.setRenderer(new ComponentRenderer<>(CompletionDialogs::outcome));
        String contradiction = contradiction(completion, unfinished);
        outcome.addValueChangeListener(
                chosen -> outcome.setHelperText(chosen.getValue() == Outcome.DONE ? contradiction : null));
        dialog(
                        text("task.close.title"),
                        "task.close.reason",
                        "task.action.close",
                        "task.done.closed",
                        changed,
                        words -> completions.close(completion.taskId(), completion.id(), outcome.getValue(), words))
                .explain(text("task.close.hint"))
                .with(outcome, () -> outcome.getValue() != null)
                .optional()
                .open();
    }

    private static String contradiction(Completion completion, List<Duty> unfinished) {
        String missed = completion.targets().stream()
                .filter(reached -> Boolean.FALSE.equals(reached.met()))
                .map(reached -> reached.target().what())
                .collect(Collectors.joining(text("list.separator")));
        String behind = unfinished.isEmpty() ? "" : text("task.close.unfinished", figures(unfinished));
        String words = missed.isEmpty() ? behind : text("completion.close.missed", missed) + behind;
        return words.isEmpty() ? null : words;
    }

    void sendBack(Completion completion, Runnable changed) {
        dialog(
                        text("task.sendBack.title"),
                        "task.sendBack.label",
                        "task.action.sendBack",
                        "task.done.sentBack",
                        changed,
                        words -> completions.sendBack(completion.taskId(), completion.id(), words))
                .explain(text("task.sendBack.hint"))
                .open();
    }

    void orderCheck(Completion completion, Runnable changed) {
        DatePicker day = day("siteCheck.day");
        TextField place = field("siteCheck.place");
        TextField inspectors = field("siteCheck.inspectors");
        inspectors.setRequiredIndicatorVisible(true);
        dialog(
                        text("siteCheck.order.title"),
                        "siteCheck.reason",
                        "siteCheck.action.order",
                        "siteCheck.done.ordered",
                        changed,
                        words -> siteChecks.order(
                                completion.taskId(),
                                completion.id(),
                                new SiteVisit(day.getValue(), place.getValue(), inspectors.getValue()),
                                words))
                .explain(text("siteCheck.order.hint"))
                .with(day, () -> true)
                .with(place, () -> true)
                .with(inspectors, () -> set(day) && !inspectors.getValue().isBlank())
                .refusedAt(day, "refusal.siteCheck.day", "refusal.siteCheck.dayTooFar")
                .open();
    }

    void recordCheck(SiteCheck check, Runnable changed) {
        RadioButtonGroup<Boolean> confirmed = new RadioButtonGroup<>(text("siteCheck.result"));
        confirmed.setItems(true, false);
        confirmed.setItemLabelGenerator(
                yes -> text("siteCheck." + (yes ? SiteCheck.State.CONFIRMED : SiteCheck.State.NOT_CONFIRMED)));
        dialog(
                        text("siteCheck.record.title"),
                        "siteCheck.finding",
                        "siteCheck.action.record",
                        "siteCheck.done.recorded",
                        changed,
                        words -> siteChecks.record(check.id(), confirmed.getValue(), words))
                .explain(text("siteCheck.record.hint"))
                .with(confirmed, () -> confirmed.getValue() != null)
                .open();
    }

    /** @param drawn gets what was drawn */
    void draw(DirectiveId directive, int waiting, Consumer<CheckSample> drawn) {
        IntegerField share = new IntegerField(text("sample.share"));
        share.setMin(1);
        share.setMax(100);
        share.setStepButtonsVisible(true);
        share.setSuffixComponent(new Span("%"));
        share.setValueChangeMode(ValueChangeMode.EAGER);
        share.addValueChangeListener(change -> share.setHelperText(
                valid(share) ? text("sample.size", CheckSample.size(waiting, share.getValue()), waiting) : null));
        share.setValue(USUAL_SHARE);
        DatePicker day = day("siteCheck.day");
        new ReasonDialog(text("sample.title"), text("siteCheck.inspectors"), text("sample.action.draw"), inspectors -> {
                    drawn.accept(
                            samples.draw(directive, share.getValue(), new SiteVisit(day.getValue(), null, inspectors)));
                })
                .explain(text("sample.hint"))
                .longest(SiteVisit.LONGEST)
                .with(share, () -> true)
                .with(day, () -> valid(share) && set(day))
                .refusedAt(day, "refusal.siteCheck.day", "refusal.siteCheck.dayTooFar")
                .open();
    }

    private static boolean valid(IntegerField share) {
        return share.getValue() != null && share.getValue() >= 1 && share.getValue() <= 100;
    }

    void withdraw(KeyTask task, Runnable changed) {
        dialog(
                        text("withdrawal.title"),
                        "withdrawal.reason",
                        "withdrawal.action",
                        "withdrawal.done",
                        changed,
                        words -> withdrawals.withdraw(task.id(), words))
                .explain(text("withdrawal.hint"))
                .dangerous()
                .open();
    }

    void reopen(KeyTask task, Runnable changed) {
        DatePicker due = day("reopening.due");
        dialog(
                        text("reopening.title"),
                        "reopening.reason",
                        "reopening.action",
                        "reopening.done",
                        changed,
                        words -> reopenings.reopen(task.id(), due.getValue(), words))
                .explain(text("reopening.hint"))
                .with(due, () -> set(due))
                .refusedAt(
                        due,
                        "refusal.directive.dueInPast",
                        "refusal.directive.dueTooFar",
                        "refusal.directive.dueMissing")
                .open();
    }

    private DatePicker day(String labelKey) {
        DatePicker day = new DatePicker(text(labelKey));
        ComponentTexts.apply(day);
        LocalDate today = calendar.today();
        day.setMin(today);
        day.setRequiredIndicatorVisible(true);
        return day;
    }

    private static boolean set(DatePicker day) {
        return day.getValue() != null && !day.isInvalid();
    }

    private static TextField field(String labelKey) {
        TextField field = new TextField(text(labelKey));
        field.setMaxLength(SiteVisit.LONGEST);
        field.setWidthFull();
        field.setValueChangeMode(ValueChangeMode.EAGER);
        return field;
    }

    private static ReasonDialog dialog(
            String title,
            String labelKey,
            String confirmKey,
            String doneKey,
            Runnable changed,
            SerializableConsumer<String> decision) {
        return ReasonDialog.of(title, labelKey, confirmKey, doneKey, changed, decision)
                .longest(Acknowledgements.LONGEST_REASON);
    }

    private static String figures(List<Duty> duties) {
        return duties.stream()
                .map(duty -> duty.departmentName() + " "
                        + (duty.percent() == null ? text("task.close.noPercent") : duty.percent() + "%"))
                .collect(Collectors.joining(text("list.separator")));
    }

    private static Div outcome(Outcome outcome) {
        Span hint = new Span(text("outcome." + outcome + ".hint"));
        hint.addClassName("soft");
        Div choice = new Div(new Span(text("outcome." + outcome)), hint);
        choice.addClassName("outcome-choice");
        return choice;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
