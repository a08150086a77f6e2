package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.LocalDate;
import java.util.Map;
import org.duban.base.CountedDays;
import org.duban.base.WorkingCalendar;
import org.duban.task.CountedDates;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskDetails;
import org.duban.ui.Formats;
import org.duban.ui.HowCounted;

/** How each department stands with its duty. */
@org.springframework.stereotype.Component
class DutiesSection implements TaskSection {

    private final Formats formats;
    private final WorkingCalendar calendar;
    private final CountedDates counted;
    private final TaskDialogs dialogs;

    DutiesSection(Formats formats, WorkingCalendar calendar, CountedDates counted, TaskDialogs dialogs) {
        this.formats = formats;
        this.calendar = calendar;
        this.counted = counted;
        this.dialogs = dialogs;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String titleKey() {
        return "task.section.duties";
    }

    @Override
    public Component content(KeyTaskDetails task, Runnable changed) {
        UnorderedList list = new UnorderedList();
        list.addClassName("duties");
        Map<DutyId, CountedDays> signing = counted.signing(task.task().id());
        task.duties().forEach(duty -> list.add(row(task, duty, signing.get(duty.id()), changed)));
        return list;
    }

    /** @param signing how the day was counted by which to sign, or {@code null} where there is none */
    private ListItem row(KeyTaskDetails task, Duty duty, CountedDays signing, Runnable changed) {
        Span department = new Span(duty.departmentName());
        department.addClassName("duty-department");
        Div who = new Div(department, TaskBadges.role(duty.role()));
        who.addClassName("duty-who");
        Div how = new Div(TaskBadges.dutyState(duty.state()), signature(task, duty));
        how.addClassName("duty-how");
        if (signing != null) {
            how.add(new HowCounted(signing, calendar.dayOf(duty.acknowledgeBy())));
        }
        if (task.supervised()
                && task.task().open()
                && !task.task().suspended()
                && duty.state() == Duty.State.AWAITING) {
            how.add(takeUp(duty, changed));
        }
        ListItem row = new ListItem(who, how, progress(duty, task.shares().get(duty.id())));
        row.addClassName("duty");
        if (duty.state() == Duty.State.WITHDRAWN) {
            row.addClassName("duty-withdrawn");
        }
        return row;
    }

    private Button takeUp(Duty duty, Runnable changed) {
        Button button = new Button();
        button.setText(button.getTranslation("task.action.takeUp"));
        button.setAriaLabel(button.getTranslation("task.takeUp.title", duty.departmentName()));
        button.addThemeVariants(ButtonVariant.LUMO_TERTIARY_INLINE);
        button.addClickListener(click -> dialogs.takeUp(duty, changed));
        return button;
    }

    private Span signature(KeyTaskDetails task, Duty duty) {
        Span words = new Span();
        words.addClassName("soft");
        words.setText(
                switch (duty.state()) {
                    case AWAITING -> task.task().open() ? awaited(words, task, duty) : "";
                    case DISPUTED -> task.task().open() ? words.getTranslation("task.duty.deciding") : "";
                    case ACKNOWLEDGED ->
                        words.getTranslation(
                                signed(duty),
                                formats.moment(duty.acknowledgedAt()),
                                formats.day(calendar.dayOf(duty.firstAcknowledgeBy())));
                    case WITHDRAWN -> "";
                });
        return words;
    }

    private static String signed(Duty duty) {
        if (duty.signedLate()) {
            return "task.duty.signedLate";
        }
        return duty.signedAfterFirstClock() ? "task.duty.signedAgain" : "task.duty.signedAt";
    }

    private String awaited(Span words, KeyTaskDetails task, Duty duty) {
        if (task.task().suspended()) {
            return words.getTranslation("task.due.suspended");
        }
        LocalDate by = calendar.dayOf(duty.acknowledgeBy());
        LocalDate first = calendar.dayOf(duty.firstAcknowledgeBy());
        return words.getTranslation(
                by.equals(first) ? "task.duty.by" : "task.duty.byAgain",
                formats.day(by),
                formats.remaining(by),
                formats.day(first));
    }

    /** @param share what counts in its place where it was split, else {@code null} */
    private static Component progress(Duty duty, Integer share) {
        if (!duty.reports()) {
            return new Div();
        }
        if (share != null) {
            Span own = new Span();
            own.setText(own.getTranslation(
                    duty.percent() == null ? "split.share.none" : "split.share", String.valueOf(duty.percent())));
            own.addClassName("soft");
            return new Div(new PercentBar(share), own);
        }
        if (duty.percent() != null) {
            return new PercentBar(duty.percent());
        }
        Span none = new Span();
        none.setText(none.getTranslation("task.duty.noPercent"));
        none.addClassName("soft");
        return none;
    }
}
