package org.duban.task.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import org.duban.directive.DirectiveId;
import org.duban.task.CheckSample;
import org.duban.task.CheckSamples;
import org.duban.ui.Formats;
import org.duban.ui.Routes;

/**
 * Above the key tasks of one directive, for its supervisors: how many applications for completion wait for them, and the
 * lot that sends some to on-site checks.
 */
class SampleBar extends Div {

    private static final int SHOWN = 20;

    private final CheckSamples samples;
    private final CompletionDialogs dialogs;
    private final Formats formats;
    private final Runnable changed;

    SampleBar(CheckSamples samples, CompletionDialogs dialogs, Formats formats, Runnable changed) {
        this.samples = samples;
        this.dialogs = dialogs;
        this.formats = formats;
        this.changed = changed;
        addClassName("sample-bar");
        setVisible(false);
    }

    /** @param directive {@code null} where it is not shown */
    void show(DirectiveId directive) {
        removeAll();
        setVisible(directive != null);
        if (directive == null) {
            return;
        }
        int waiting = samples.waiting(directive);
        List<CheckSample> drawn = samples.of(directive, SHOWN);
        if (waiting > 0) {
            add(
                    new Span(getTranslation("sample.waiting", waiting)),
                    new Button(
                            getTranslation("sample.action"),
                            click -> dialogs.draw(directive, waiting, sample -> {
                                changed.run();
                                open(List.of(sample));
                            })));
        }
        if (!drawn.isEmpty()) {
            Button earlier = new Button(getTranslation("sample.earlier", drawn.size()), click -> open(drawn));
            earlier.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            add(earlier);
        }
        setVisible(waiting > 0 || !drawn.isEmpty());
    }

    private void open(List<CheckSample> shown) {
        Dialog dialog = new Dialog();
        dialog.setHeaderTitle(getTranslation("sample.drawn.title"));
        dialog.addClassName("sample-dialog");
        dialog.setWidth("min(40rem, calc(100vw - 2rem))");
        shown.forEach(sample -> dialog.add(entry(sample)));
        Paragraph how = new Paragraph(getTranslation("sample.how"));
        how.addClassName("soft");
        dialog.add(how);
        dialog.getFooter().add(new Button(getTranslation("sample.dismiss"), click -> dialog.close()));
        dialog.open();
    }

    private Div entry(CheckSample sample) {
        Span how = new Span(getTranslation(
                "sample.drawn",
                sample.drawnBy(),
                formats.moment(sample.drawnAt()),
                sample.candidates().size(),
                sample.sharePercent(),
                sample.drawn().size(),
                String.valueOf(sample.seed())));
        how.addClassName("soft");
        OrderedList list = new OrderedList();
        list.addClassName("sample-candidates");
        sample.candidates().forEach(candidate -> {
            Anchor link = new Anchor(Routes.task(candidate.task().value()), candidate.no() + "  " + candidate.title());
            ListItem item = new ListItem(link);
            if (candidate.drawn()) {
                item.addClassName("drawn");
                item.add(TaskBadges.drawn());
            }
            list.add(item);
        });
        Div entry = new Div(how, list);
        entry.addClassName("completion");
        return entry;
    }
}
