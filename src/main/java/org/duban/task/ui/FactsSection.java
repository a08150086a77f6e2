package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.directive.Target;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.ui.Formats;
import org.duban.ui.Routes;

/** Where the key task comes from, and the figures that were promised. */
@org.springframework.stereotype.Component
class FactsSection implements TaskSection {

    private final Formats formats;
    private final CurrentCaller caller;

    FactsSection(Formats formats, CurrentCaller caller) {
        this.formats = formats;
        this.caller = caller;
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public String titleKey() {
        return "task.section.facts";
    }

    @Override
    public Component content(KeyTaskDetails details, Runnable changed) {
        KeyTask task = details.task();
        DescriptionList facts = new DescriptionList();
        facts.addClassName("facts");
        fact(facts, "task.facts.directive", directive(details));
        if (!details.directiveLabel().equals(details.directiveTitle())) {
            fact(facts, "task.facts.number", new Span(details.directiveLabel()));
        }
        fact(facts, "task.launchedAt", new Span(formats.moment(task.launchedAt())));
        if (task.closedAt() != null) {
            String ended = task.state() == KeyTask.State.WITHDRAWN ? "task.withdrawnAt" : "task.closedAt";
            fact(facts, ended, new Span(formats.moment(task.closedAt())));
        }
        return new Div(facts, targets(details));
    }

    /** A link for those who may read the whole document. */
    private Component directive(KeyTaskDetails details) {
        return details.supervised() || caller.get().is(Role.LEADER)
                ? new Anchor(Routes.directive(details.task().directiveId().value()), details.directiveTitle())
                : new Span(details.directiveTitle());
    }

    private static void fact(DescriptionList facts, String key, Component value) {
        facts.add(new DescriptionList.Term(facts.getTranslation(key)), new DescriptionList.Description(value));
    }

    private static Component targets(KeyTaskDetails details) {
        UnorderedList list = new UnorderedList();
        if (details.targets().isEmpty()) {
            Paragraph none = new Paragraph(list.getTranslation("task.facts.targets.none"));
            none.addClassName("soft");
            return none;
        }
        list.addClassName("targets");
        list.getElement().setAttribute("aria-label", list.getTranslation("task.facts.targets"));
        details.targets().forEach(target -> list.add(target(target)));
        return list;
    }

    private static ListItem target(Target target) {
        ListItem item = new ListItem();
        item.addClassName("target");
        Span what = new Span(target.what());
        what.addClassName("target-what");
        item.add(what);
        if (target.amount() != null) {
            String amount = target.amount().toPlainString() + (target.unit() == null ? "" : " " + target.unit());
            Span promised = new Span(
                    item.getTranslation("comparator." + target.comparator().name(), amount));
            promised.addClassName("target-promised");
            item.add(promised);
        }
        if (target.byYear() != null) {
            Span by = new Span(item.getTranslation("task.target.byYear", String.valueOf(target.byYear())));
            by.addClassName("soft");
            item.add(by);
        }
        if (!target.wording().equals(target.what())) {
            Span wording = new Span(target.wording());
            wording.addClassNames("target-wording", "soft");
            item.add(wording);
        }
        return item;
    }
}
