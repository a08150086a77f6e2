package org.duban.administration.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.function.SerializableConsumer;
import org.duban.ui.Formats;
import org.duban.ui.Routes;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Trouble.Group;
import org.duban.watchdog.Trouble.Kind;

/** One trouble, in cells of a row or all in one card. */
final class TroubleCells {

    private final Formats formats;
    private final SerializableConsumer<Trouble> retry;

    TroubleCells(Formats formats, SerializableConsumer<Trouble> retry) {
        this.formats = formats;
        this.retry = retry;
    }

    Component group(Trouble trouble) {
        Group group = trouble.key().kind().group();
        boolean stands = group == Group.STALLED || trouble.key().kind() == Kind.JOB && trouble.figure() == 0;
        return new StatusBadge(stands ? Tone.ERROR : Tone.WARNING, TroubleTexts.group(group));
    }

    Component subject(Trouble trouble) {
        return lines(TroubleTexts.subject(trouble), "entry-title", TroubleTexts.place(trouble));
    }

    Component situation(Trouble trouble) {
        Div lines = lines(TroubleTexts.situation(trouble), "trouble-situation", trouble.message());
        lines.addClassName("trouble-why");
        return lines;
    }

    String since(Trouble trouble) {
        return formats.moment(trouble.since());
    }

    /** What the administrator can do about it; nothing where it takes somebody else. */
    Component action(Trouble trouble) {
        Div action = new Div();
        action.addClassName("row-actions");
        if (trouble.key().kind().retriable()) {
            Button button = new Button(
                    TroubleTexts.text("watchdog.retry"), VaadinIcon.REFRESH.create(), click -> retry.accept(trouble));
            button.addThemeVariants(ButtonVariant.LUMO_SMALL);
            button.setDisableOnClick(true);
            button.setAriaLabel(TroubleTexts.text("watchdog.retryFor", TroubleTexts.subject(trouble)));
            action.add(button);
        } else if (trouble.key().kind().group() == Group.UNATTENDED) {
            action.add(new Anchor(Routes.ACCOUNTS, TroubleTexts.text("watchdog.accounts")));
        }
        return action;
    }

    Component card(Trouble trouble) {
        Span since = new Span(since(trouble));
        Div top = new Div(group(trouble), since);
        top.addClassName("entry-top");
        Div card = new Div(top, subject(trouble), situation(trouble), action(trouble));
        card.addClassNames("list-card", "trouble-card");
        return card;
    }

    private static Div lines(String first, String className, String more) {
        Span title = new Span(first);
        title.addClassName(className);
        Div lines = new Div(title);
        lines.addClassName("entry-lines");
        if (more != null && !more.isEmpty()) {
            Span second = new Span(more);
            second.addClassName("entry-more");
            lines.add(second);
        }
        return lines;
    }
}
