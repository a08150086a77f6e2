package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.WorkingCalendar;
import org.duban.task.Acknowledgements;
import org.duban.task.Completion;
import org.duban.task.Dispute;
import org.duban.task.Duty;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.task.SuccessionProposal;
import org.duban.ui.Formats;
import org.duban.ui.Notices;

/** What the signed-in person can do about a key task now; what can't be done is not offered. */
@org.springframework.stereotype.Component
class TaskActions {

    private final Acknowledgements acknowledgements;
    private final TaskDialogs dialogs;
    private final SuccessionDialogs successions;
    private final CurrentCaller caller;
    private final WorkingCalendar calendar;
    private final Formats formats;

    TaskActions(
            Acknowledgements acknowledgements,
            TaskDialogs dialogs,
            SuccessionDialogs successions,
            CurrentCaller caller,
            WorkingCalendar calendar,
            Formats formats) {
        this.acknowledgements = acknowledgements;
        this.dialogs = dialogs;
        this.successions = successions;
        this.caller = caller;
        this.calendar = calendar;
        this.formats = formats;
    }

    /** Nothing for those who never act on this key task, or whose key task is closed. */
    Optional<Component> of(KeyTaskDetails details, Runnable changed) {
        if (!details.task().open() || (details.actsForDuty() == null && !details.supervised())) {
            return Optional.empty();
        }
        Section area = new Section();
        area.addClassName("task-now");
        area.add(new H3(area.getTranslation("task.now")));
        List<Component> choices = new ArrayList<>();
        if (details.actsForDuty() != null) {
            ofDuty(area, details, changed).ifPresent(choices::add);
        }
        if (details.supervised()) {
            details.disputes().forEach(dispute -> choices.add(ofDispute(area, details, dispute, changed)));
            details.successions().forEach(proposal -> choices.add(ofSuccession(area, proposal, changed)));
            undecided(details).ifPresent(completion -> choices.add(ofCompletion(area, details, completion, changed)));
        }
        if (choices.isEmpty()) {
            Paragraph nothing = new Paragraph(area.getTranslation("task.now.nothing"));
            nothing.addClassName("soft");
            area.add(nothing);
        }
        area.add(choices);
        return Optional.of(area);
    }

    private Optional<Component> ofDuty(Component page, KeyTaskDetails details, Runnable changed) {
        Duty duty = details.actsForDuty();
        return switch (duty.state()) {
            case AWAITING -> Optional.of(toSign(page, details, changed));
            case DISPUTED -> Optional.of(choice(page.getTranslation(disputed(details, duty)), null));
            case ACKNOWLEDGED -> duty.reports() ? Optional.of(toFinish(page, details, changed)) : Optional.empty();
            case WITHDRAWN -> Optional.empty();
        };
    }

    private static String disputed(KeyTaskDetails details, Duty duty) {
        return details.disputes().stream().anyMatch(dispute -> dispute.duty().equals(duty.id()) && dispute.takenUp())
                ? "task.now.takenUp"
                : "task.now.disputed";
    }

    private Component toSign(Component page, KeyTaskDetails details, Runnable changed) {
        Duty duty = details.actsForDuty();
        var by = calendar.dayOf(duty.acknowledgeBy());
        Button sign = primary(page.getTranslation("task.action.acknowledge"), () -> {
            boolean done = Notices.attempt(() -> acknowledgements.acknowledge(duty.id()));
            if (done) {
                Notices.done("task.done.acknowledged", details.task().title());
            }
            changed.run();
        });
        Div choice = choice(
                page.getTranslation(
                        "task.now.sign",
                        page.getTranslation("dutyRole." + duty.role()),
                        formats.day(by),
                        formats.remaining(by)),
                null,
                sign);
        if (caller.get().is(Role.HEAD)) {
            choice.add(new Button(page.getTranslation("task.action.dispute"), click -> dialogs.dispute(duty, changed)));
        }
        return choice;
    }

    private Component toFinish(Component page, KeyTaskDetails details, Runnable changed) {
        if (details.task().state() == KeyTask.State.RUNNING) {
            Button apply = new Button(
                    page.getTranslation("task.action.apply"), click -> dialogs.apply(details.actsForDuty(), changed));
            return choice(page.getTranslation("task.now.apply"), null, apply);
        }
        String applied = undecided(details)
                .map(completion -> page.getTranslation(
                        "task.now.applied", completion.departmentName(), formats.moment(completion.appliedAt())))
                .orElse("");
        return choice(applied, null);
    }

    private Component ofDispute(Component page, KeyTaskDetails details, Dispute dispute, Runnable changed) {
        Duty duty = details.duties().stream()
                .filter(each -> each.id().equals(dispute.duty()))
                .findFirst()
                .orElseThrow();
        Button withdraw =
                new Button(page.getTranslation("task.action.withdraw"), click -> dialogs.withdraw(duty, changed));
        withdraw.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return choice(
                page.getTranslation(
                        dispute.takenUp() ? "task.now.decide" : "task.now.dispute",
                        duty.departmentName(),
                        page.getTranslation("dutyRole." + duty.role())),
                quote(page, dispute.reason(), dispute.raisedBy(), formats.moment(dispute.raisedAt())),
                primary(page.getTranslation("task.action.confirm"), () -> dialogs.confirm(duty, changed)),
                new Button(page.getTranslation("task.action.change"), click -> dialogs.change(duty, changed)),
                withdraw);
    }

    private Component ofSuccession(Component page, SuccessionProposal proposal, Runnable changed) {
        String predecessor = proposal.predecessor().shortName();
        String heirs = proposal.heirs().stream()
                .map(heir -> heir.department().shortName())
                .collect(Collectors.joining(page.getTranslation("list.separator")));
        String sentence = proposal.heirs().isEmpty()
                ? page.getTranslation("task.now.succession.nobody", predecessor)
                : page.getTranslation("task.now.succession", predecessor, heirs);
        return choice(
                sentence,
                successions.why(page, proposal),
                primary(page.getTranslation("task.action.succeed"), () -> successions.accept(proposal, changed)),
                new Button(page.getTranslation("task.action.leave"), click -> successions.decline(proposal, changed)));
    }

    private Component ofCompletion(Component page, KeyTaskDetails details, Completion completion, Runnable changed) {
        return choice(
                page.getTranslation("task.now.verify", completion.departmentName()),
                quote(page, completion.statement(), completion.appliedBy(), formats.moment(completion.appliedAt())),
                primary(
                        page.getTranslation("task.action.close"),
                        () -> dialogs.close(completion, details.unfinished(), changed)),
                new Button(
                        page.getTranslation("task.action.sendBack"), click -> dialogs.sendBack(completion, changed)));
    }

    private static Optional<Completion> undecided(KeyTaskDetails details) {
        return details.completions().stream()
                .filter(completion -> completion.decidedAt() == null)
                .findFirst();
    }

    private static Component quote(Component page, String words, String by, String at) {
        Paragraph text = new Paragraph(words);
        text.addClassName("words");
        Span source = new Span(page.getTranslation("task.now.by", by, at));
        source.addClassName("soft");
        return new Div(text, source);
    }

    private static Div choice(String sentence, Component more, Component... buttons) {
        Div words = new Div(new Paragraph(sentence));
        words.addClassName("choice-words");
        if (more != null) {
            words.add(more);
        }
        Div choice = new Div(words);
        choice.add(buttons);
        choice.addClassName("choice");
        return choice;
    }

    private static Button primary(String text, Runnable action) {
        Button button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }
}
