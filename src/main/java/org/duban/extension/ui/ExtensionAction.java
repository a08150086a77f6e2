package org.duban.extension.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.Optional;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.WorkingCalendar;
import org.duban.extension.Extension;
import org.duban.extension.Extensions;
import org.duban.task.Duty;
import org.duban.task.KeyTaskDetails;
import org.duban.task.ui.Choices;
import org.duban.task.ui.TaskAction;
import org.duban.ui.Formats;
import org.duban.ui.Notices;

/** A department asks for an extension, its head signs, the supervisor decides. */
@org.springframework.stereotype.Component
class ExtensionAction implements TaskAction {

    private final Extensions extensions;
    private final ExtensionDialogs dialogs;
    private final CurrentCaller caller;
    private final WorkingCalendar calendar;
    private final Formats formats;

    ExtensionAction(
            Extensions extensions,
            ExtensionDialogs dialogs,
            CurrentCaller caller,
            WorkingCalendar calendar,
            Formats formats) {
        this.extensions = extensions;
        this.dialogs = dialogs;
        this.caller = caller;
        this.calendar = calendar;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public List<Component> choices(Component page, KeyTaskDetails details, Runnable changed) {
        if (tooLate(details)) {
            return List.of();
        }
        return open(details).stream()
                .flatMap(extension -> ofExtension(page, details, extension, changed).stream())
                .toList();
    }

    private Optional<Component> ofExtension(
            Component page, KeyTaskDetails details, Extension extension, Runnable changed) {
        boolean own = caller.get().actsFor(extension.departmentId());
        String asked = formats.day(extension.askedDueOn());
        if (extension.state() == Extension.State.DECIDING && details.supervised()) {
            return Optional.of(Choices.choice(
                    page.getTranslation("extension.now.decide", extension.departmentName(), asked),
                    words(page, extension),
                    Choices.primary(
                            page.getTranslation("extension.action.approve"),
                            () -> dialogs.approve(details, extension, changed)),
                    new Button(
                            page.getTranslation("extension.action.refuse"),
                            click -> dialogs.refuse(extension, changed))));
        }
        if (!own) {
            return Optional.empty();
        }
        Button takeBack = new Button(page.getTranslation("extension.action.takeBack"), click -> {
            if (Notices.attempt(() -> extensions.takeBack(extension.id()))) {
                Notices.done("extension.done.takenBack");
            }
            changed.run();
        });
        if (extension.state() == Extension.State.SIGNING && caller.get().is(Role.HEAD)) {
            return Optional.of(Choices.choice(
                    page.getTranslation("extension.now.sign", asked),
                    words(page, extension),
                    Choices.primary(page.getTranslation("extension.action.sign"), () -> sign(extension, changed)),
                    new Button(
                            page.getTranslation("extension.action.reject"),
                            click -> dialogs.reject(extension, changed))));
        }
        return Optional.of(
                Choices.choice(page.getTranslation("extension.now." + extension.state(), asked), null, takeBack));
    }

    private void sign(Extension extension, Runnable changed) {
        if (Notices.attempt(() -> extensions.sign(extension.id()))) {
            Notices.done("extension.done.signed");
        }
        changed.run();
    }

    private Component words(Component page, Extension extension) {
        Paragraph progress =
                new Paragraph(page.getTranslation("extension.progress", extension.percent(), extension.progress()));
        progress.addClassName("words");
        return new Div(
                Choices.quote(page, extension.reason(), extension.askedBy(), formats.moment(extension.askedAt())),
                progress);
    }

    @Override
    public List<Offer> offers(KeyTaskDetails details, Runnable changed) {
        Duty own = details.actsForDuty();
        boolean asks = own != null && own.reports() && own.state() == Duty.State.ACKNOWLEDGED;
        return asks && !tooLate(details) && open(details).isEmpty()
                ? List.of(new Offer("extension.action.ask", () -> dialogs.ask(details, changed)))
                : List.of();
    }

    private boolean tooLate(KeyTaskDetails details) {
        return !details.task().open() || calendar.today().isAfter(details.task().dueOn());
    }

    private Optional<Extension> open(KeyTaskDetails details) {
        return extensions.of(details.task().id()).stream()
                .filter(Extension::open)
                .findFirst();
    }
}
