package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import java.util.List;
import org.duban.task.KeyTaskDetails;
import org.duban.task.Suspension;
import org.duban.task.Suspensions;
import org.duban.ui.Formats;
import org.duban.ui.Routes;

/** The supervisor has a key task stand still, and go on again. */
@org.springframework.stereotype.Component
class SuspensionAction implements TaskAction {

    private final Suspensions suspensions;
    private final SuspensionDialogs dialogs;
    private final Formats formats;

    SuspensionAction(Suspensions suspensions, SuspensionDialogs dialogs, Formats formats) {
        this.suspensions = suspensions;
        this.dialogs = dialogs;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public boolean whileSuspended() {
        return true;
    }

    @Override
    public List<Component> choices(Component page, KeyTaskDetails details, Runnable changed) {
        if (!details.task().suspended() || !details.supervised()) {
            return List.of();
        }
        Suspension standing = suspensions.of(details.task().id()).getFirst();
        if (standing.with() != null) {
            return List.of(Choices.choice(page.getTranslation("task.now.suspendedWith"), above(page, standing.with())));
        }
        return List.of(Choices.choice(
                page.getTranslation(
                        "task.now.suspended", formats.day(standing.reviewOn()), formats.remaining(standing.reviewOn())),
                null,
                Choices.primary(
                        page.getTranslation("resumption.action"), () -> dialogs.resume(details.task(), changed)),
                new Button(
                        page.getTranslation("laterReview.action"),
                        click -> dialogs.reviewLater(details.task(), changed))));
    }

    private static Component above(Component page, Suspension.Above above) {
        return new Anchor(
                Routes.task(above.id().value()), page.getTranslation("task.now.suspendedWith.no", above.no()));
    }

    @Override
    public List<Offer> offers(KeyTaskDetails details, Runnable changed) {
        boolean runs = details.task().open() && !details.task().suspended();
        return runs && details.supervised()
                ? List.of(new Offer("suspension.action", () -> dialogs.suspend(details.task(), changed)))
                : List.of();
    }
}
