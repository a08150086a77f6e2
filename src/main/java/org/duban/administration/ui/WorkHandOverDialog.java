package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.HandOver;
import org.duban.account.HandOvers;
import org.duban.account.PersonalItem;
import org.duban.account.Role;
import org.duban.account.Staffing;
import org.duban.base.Refusal;
import org.duban.ui.Formats;
import org.duban.ui.Notices;
import org.duban.ui.PeerPicker;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/**
 * 工作交接: shows what waits for a person, and gives it to somebody else; then closes the account, if wanted. What was
 * handed over stays so when the account can't be closed.
 */
final class WorkHandOverDialog extends FormDialog {

    /** So many of a kind are named; of the others, how many there are. */
    private static final int NAMED = 8;

    private final transient HandOvers handOvers;
    private final transient Accounts accounts;
    private final transient Formats formats;
    private final transient Account leaving;
    private final SerializableRunnable done;
    private final PeerPicker successor;
    private final TextArea reason;
    private final Checkbox closing;

    WorkHandOverDialog(
            HandOvers handOvers, Accounts accounts, Formats formats, Account leaving, SerializableRunnable done) {
        super(Fields.text("handOver.title", leaving.displayName()), Fields.text("handOver.confirm"));
        this.handOvers = handOvers;
        this.accounts = accounts;
        this.formats = formats;
        this.leaving = leaving;
        this.done = done;
        addClassName("work-hand-over");
        Optional<Staffing.Lack> lack = handOvers.lackWithout(leaving.id());
        part(preview(lack));
        successor = field(
                new PeerPicker(
                        getTranslation("handOver.to"),
                        getTranslation("handOver.to.search"),
                        (text, offset, limit) -> handOvers.candidates(leaving.id(), text, offset, limit)),
                "refusal.handOver.successorMissing",
                "refusal.peer.closed",
                "refusal.peer.department",
                "refusal.peer.role");
        if (handOvers.candidates(leaving.id(), "", 0, 1).isEmpty()) {
            successor.setHelperText(getTranslation("handOver.nobody"));
        }
        reason = field(new TextArea(getTranslation("handOver.reason")), "refusal.reasonMissing", "refusal.textTooLong");
        reason.setWidthFull();
        reason.setMinRows(2);
        reason.setManualValidation(true);
        reason.setRequiredIndicatorVisible(true);
        reason.setHelperText(getTranslation("handOver.reason.help"));
        closing = new Checkbox(getTranslation("handOver.close"));
        closing.setValue(leaving.enabled() && lack.isEmpty());
        closing.setVisible(leaving.enabled());
        part(closing);
        lack.ifPresent(each -> part(warning(getTranslation("account.lack." + each))));
        history();
    }

    /** Why the dialog came up by itself. */
    WorkHandOverDialog because(Refusal refusal) {
        Paragraph why = new Paragraph(getTranslation(refusal.messageKey(), refusal.arguments()));
        why.addClassName("dialog-explanation");
        firstPart(why);
        return this;
    }

    private static Div warning(String text) {
        Div warning = new Div(VaadinIcon.WARNING.create(), new Span(text));
        warning.addClassName("dialog-warning");
        return warning;
    }

    private Component preview(Optional<Staffing.Lack> lack) {
        Div preview = new Div();
        preview.addClassName("hand-over-preview");
        Map<String, List<PersonalItem>> byKind = new LinkedHashMap<>();
        handOvers.preview(leaving.id()).forEach(item -> byKind.computeIfAbsent(item.kind(), kind -> new ArrayList<>())
                .add(item));
        if (byKind.isEmpty()) {
            preview.add(new Paragraph(getTranslation("handOver.nothing")));
        }
        byKind.forEach((kind, items) -> preview.add(new Details(heading(kind, items), named(items))));
        boolean ofDepartment =
                leaving.roles().contains(Role.STAFF) || leaving.roles().contains(Role.HEAD);
        if (ofDepartment && !lack.equals(Optional.of(Staffing.Lack.EVERYBODY))) {
            preview.add(new Paragraph(getTranslation("handOver.department")));
        }
        return preview;
    }

    private Span heading(String kind, List<PersonalItem> items) {
        Span heading =
                new Span(getTranslation("handOver.count", getTranslation("handOver.kind." + kind), items.size()));
        if (items.stream().anyMatch(PersonalItem::nobodyElse)) {
            heading.add(new StatusBadge(Tone.WARNING, getTranslation("handOver.alone")));
        }
        return heading;
    }

    private UnorderedList named(List<PersonalItem> items) {
        UnorderedList list = new UnorderedList();
        items.stream().limit(NAMED).forEach(item -> list.add(new ListItem(item.label())));
        if (items.size() > NAMED) {
            list.add(new ListItem(getTranslation("handOver.more", items.size() - NAMED)));
        }
        return list;
    }

    private void history() {
        List<HandOver> before = handOvers.of(leaving.id());
        if (before.isEmpty()) {
            return;
        }
        UnorderedList list = new UnorderedList();
        before.forEach(each -> list.add(new ListItem(getTranslation(
                "handOver.history.entry",
                formats.moment(each.madeAt()),
                each.toName(),
                each.items().size(),
                each.madeBy(),
                each.reason()))));
        part(new Details(getTranslation("handOver.history"), list));
    }

    @Override
    void perform() {
        if (successor.isEmpty()) {
            throw new Refusal("refusal.handOver.successorMissing");
        }
        String to = successor.getValue().displayName();
        int items = handOvers
                .handOver(leaving.id(), successor.getValue().id(), reason.getValue())
                .size();
        close();
        if (closing.getValue()) {
            closeAccount(items, to);
        } else {
            Notices.done("handOver.done", leaving.displayName(), items, to);
        }
        done.run();
    }

    private void closeAccount(int items, String to) {
        try {
            accounts.setEnabled(leaving.id(), false);
            Notices.done("handOver.doneAndClosed", leaving.displayName(), items, to);
        } catch (Refusal refusal) {
            Notices.refused(
                    new Refusal("handOver.notClosed", getTranslation(refusal.messageKey(), refusal.arguments())));
        }
    }
}
