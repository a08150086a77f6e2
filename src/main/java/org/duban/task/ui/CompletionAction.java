package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.base.WorkingCalendar;
import org.duban.task.Completion;
import org.duban.task.Completions;
import org.duban.task.Countersignature;
import org.duban.task.Duty;
import org.duban.task.Hurdle;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.task.SiteCheck;
import org.duban.ui.Formats;
import org.duban.ui.Routes;

/** A department applies for completion, the others countersign, and the supervisor has it checked and verifies it. */
@org.springframework.stereotype.Component
class CompletionAction implements TaskAction {

    private final Completions completions;
    private final CompletionDialogs dialogs;
    private final Formats formats;
    private final WorkingCalendar calendar;

    CompletionAction(Completions completions, CompletionDialogs dialogs, Formats formats, WorkingCalendar calendar) {
        this.completions = completions;
        this.dialogs = dialogs;
        this.formats = formats;
        this.calendar = calendar;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Component> choices(Component page, KeyTaskDetails details, Runnable changed) {
        List<Component> choices = new ArrayList<>();
        if (details.task().open()) {
            ofDepartment(page, details, changed).ifPresent(choices::add);
            if (details.supervised()) {
                details.application()
                        .map(completion -> ofSupervisor(page, details, completion, changed))
                        .ifPresent(choices::add);
            }
        }
        return choices;
    }

    private Optional<Component> ofDepartment(Component page, KeyTaskDetails details, Runnable changed) {
        Duty own = details.actsForDuty();
        if (own == null || own.state() != Duty.State.ACKNOWLEDGED) {
            return Optional.empty();
        }
        if (details.task().state() == KeyTask.State.RUNNING) {
            return own.reports() ? Optional.of(toFinish(page, own, details, changed)) : Optional.empty();
        }
        return details.application().flatMap(completion -> completion.awaited().stream()
                .filter(asked -> asked.dutyId().equals(own.id()))
                .findFirst()
                .map(asked -> toCountersign(page, completion, asked, changed))
                .or(() -> applied(page, own, completion, changed)));
    }

    /** What stands in the way is said before the application is written, not after. */
    private Component toFinish(Component page, Duty own, KeyTaskDetails details, Runnable changed) {
        List<Hurdle.InTheWay> hurdles = completions.inTheWay(own.id());
        Component first = hurdles.isEmpty() ? null : hurdles(page, hurdles);
        if (hurdles.stream().anyMatch(Hurdle.InTheWay::applying)) {
            return Choices.choice(page.getTranslation("task.now.apply.notYet"), first);
        }
        Button apply = new Button(page.getTranslation("task.action.apply"), click -> dialogs.apply(details, changed));
        return Choices.choice(page.getTranslation("task.now.apply"), first, apply);
    }

    private static Component hurdles(Component page, List<Hurdle.InTheWay> hurdles) {
        Div list = new Div();
        list.addClassName("completion-hurdles");
        for (Hurdle.InTheWay hurdle : hurdles) {
            Div line = new Div(new Span(
                    page.getTranslation(hurdle.why().messageKey(), hurdle.why().arguments())));
            if (hurdle.report() != null) {
                line.add(new Anchor(Routes.report(hurdle.report()), page.getTranslation("task.now.apply.report")));
            }
            list.add(line);
        }
        return list;
    }

    private Component toCountersign(Component page, Completion completion, Countersignature asked, Runnable changed) {
        return Choices.choice(
                page.getTranslation(
                        "completion.now.countersign",
                        completion.departmentName(),
                        formats.day(asked.dueOn()),
                        formats.remaining(asked.dueOn())),
                quote(page, completion),
                Choices.primary(page.getTranslation("completion.action.agree"), () -> dialogs.agree(asked, changed)),
                new Button(page.getTranslation("completion.action.return"), click -> dialogs.giveBack(asked, changed)));
    }

    /** What those wait for who have nothing to do about it. */
    private Optional<Component> applied(Component page, Duty own, Completion completion, Runnable changed) {
        if (!own.reports()) {
            return Optional.empty();
        }
        boolean countersigning = completion.state() == Completion.State.COUNTERSIGNING;
        String sentence = countersigning
                ? page.getTranslation(
                        "completion.now.countersigning",
                        completion.departmentName(),
                        formats.moment(completion.appliedAt()),
                        awaited(page, completion))
                : page.getTranslation(
                        "task.now.applied", completion.departmentName(), formats.moment(completion.appliedAt()));
        return Optional.of(
                countersigning && completion.dutyId().equals(own.id())
                        ? Choices.choice(
                                sentence,
                                null,
                                new Button(
                                        page.getTranslation("completion.action.takeBack"),
                                        click -> dialogs.takeBack(completion, changed)))
                        : Choices.choice(sentence, null));
    }

    private Component ofSupervisor(Component page, KeyTaskDetails details, Completion completion, Runnable changed) {
        return switch (completion.state()) {
            case COUNTERSIGNING -> toWaitFor(page, completion, changed);
            case ON_SITE_CHECK -> toCheck(page, completion, changed);
            default -> toVerify(page, details, completion, changed);
        };
    }

    private Component toWaitFor(Component page, Completion completion, Runnable changed) {
        LocalDate today = calendar.today();
        String sentence = page.getTranslation(
                "completion.now.countersigning",
                completion.departmentName(),
                formats.moment(completion.appliedAt()),
                awaited(page, completion));
        return completion.awaited().stream().allMatch(asked -> today.isAfter(asked.dueOn()))
                ? Choices.choice(
                        sentence,
                        null,
                        new Button(
                                page.getTranslation("completion.action.waive"),
                                click -> dialogs.waitNoLonger(completion, changed)))
                : Choices.choice(sentence, null);
    }

    private Component toCheck(Component page, Completion completion, Runnable changed) {
        SiteCheck check = completion.siteChecks().getLast();
        return Choices.choice(
                page.getTranslation(
                        "siteCheck.now",
                        completion.departmentName(),
                        formats.day(check.plannedOn()),
                        check.inspectors()),
                null,
                Choices.primary(
                        page.getTranslation("siteCheck.action.record"), () -> dialogs.recordCheck(check, changed)));
    }

    private Component toVerify(Component page, KeyTaskDetails details, Completion completion, Runnable changed) {
        return Choices.choice(
                page.getTranslation("task.now.verify", completion.departmentName()),
                quote(page, completion),
                Choices.primary(
                        page.getTranslation("task.action.close"),
                        () -> dialogs.close(completion, details.unfinished(), changed)),
                new Button(page.getTranslation("task.action.sendBack"), click -> dialogs.sendBack(completion, changed)),
                new Button(
                        page.getTranslation("siteCheck.action.order"),
                        click -> dialogs.orderCheck(completion, changed)));
    }

    private Component quote(Component page, Completion completion) {
        return Choices.quote(
                page, completion.statement(), completion.appliedBy(), formats.moment(completion.appliedAt()));
    }

    private static String awaited(Component page, Completion completion) {
        return completion.awaited().stream()
                .map(Countersignature::departmentName)
                .collect(Collectors.joining(page.getTranslation("list.separator")));
    }
}
