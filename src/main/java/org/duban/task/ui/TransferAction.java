package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.task.Duty;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.task.Transfer;
import org.duban.task.Transfers;
import org.duban.ui.Formats;

/** A department asks for its duty to go elsewhere; the supervisor decides, or gives it elsewhere unasked. */
@org.springframework.stereotype.Component
class TransferAction implements TaskAction {

    private final Transfers transfers;
    private final TransferDialogs dialogs;
    private final CurrentCaller caller;
    private final Formats formats;

    TransferAction(Transfers transfers, TransferDialogs dialogs, CurrentCaller caller, Formats formats) {
        this.transfers = transfers;
        this.dialogs = dialogs;
        this.caller = caller;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public List<Component> choices(Component page, KeyTaskDetails details, Runnable changed) {
        List<Component> choices = new ArrayList<>();
        for (Transfer waiting : waiting(details)) {
            if (details.supervised()) {
                choices.add(toDecide(page, waiting, changed));
            } else if (of(details.actsForDuty(), waiting)) {
                choices.add(Choices.choice(
                        page.getTranslation("task.now.transferRequested", waiting.toName()), words(page, waiting)));
            }
        }
        return choices;
    }

    private Component toDecide(Component page, Transfer waiting, Runnable changed) {
        return Choices.choice(
                page.getTranslation("task.now.transfer", waiting.fromName(), waiting.toName()),
                words(page, waiting),
                Choices.primary(
                        page.getTranslation("task.action.approveTransfer"), () -> dialogs.approve(waiting, changed)),
                new Button(
                        page.getTranslation("task.action.refuseTransfer"), click -> dialogs.refuse(waiting, changed)));
    }

    private Component words(Component page, Transfer waiting) {
        return Choices.quote(page, waiting.reason(), waiting.requestedBy(), formats.moment(waiting.requestedAt()));
    }

    @Override
    public List<Offer> offers(KeyTaskDetails details, Runnable changed) {
        if (details.task().state() != KeyTask.State.RUNNING) {
            return List.of();
        }
        List<Transfer> waiting = waiting(details);
        List<Duty> free = details.duties().stream()
                .filter(duty -> duty.state() == Duty.State.ACKNOWLEDGED)
                .filter(duty -> waiting.stream().noneMatch(each -> of(duty, each)))
                .toList();
        List<Offer> offers = new ArrayList<>();
        Duty own = details.actsForDuty();
        if (own != null && free.contains(own) && caller.get().is(Role.HEAD)) {
            offers.add(new Offer("task.action.requestTransfer", () -> dialogs.request(own, changed)));
        }
        if (details.supervised() && !free.isEmpty()) {
            offers.add(new Offer("task.action.transfer", () -> dialogs.transfer(free, changed)));
        }
        return offers;
    }

    private List<Transfer> waiting(KeyTaskDetails details) {
        return details.task().open() ? transfers.waiting(details.task().id()) : List.of();
    }

    private static boolean of(Duty duty, Transfer transfer) {
        return duty != null && duty.id().equals(transfer.duty());
    }
}
