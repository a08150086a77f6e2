package org.duban.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import java.util.function.ToIntFunction;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRow.Obstacle;
import org.duban.directive.DivisionRow.RowWarning;
import org.duban.extraction.Warning;

/** The current row: what can be done with it, and what has to be looked at. */
final class RowIssues extends Div {

    /** What can be done with the current row. */
    interface Actions {
        void edit();

        void split();

        void merge();

        void drop();

        void confirm(RowWarning warning);

        void confirmAll(Warning.Kind kind);

        void resolveNames();
    }

    private final transient Actions actions;
    private final transient ToIntFunction<Warning.Kind> openOfKind;
    private final Div heading = new Div();
    private final UnorderedList list = new UnorderedList();
    private final Div buttons;

    /** @param openOfKind how many warnings of a kind are open in the whole table */
    RowIssues(Actions actions, ToIntFunction<Warning.Kind> openOfKind) {
        this.actions = actions;
        this.openOfKind = openOfKind;
        this.buttons = buttons();
        addClassName("row-issues");
        heading.addClassName("row-issues-heading");
        add(heading, list);
    }

    /**
     * @param row {@code null} for none
     * @param similar running key tasks to which it is much alike, ready to be shown
     */
    void show(DivisionRow row, List<? extends Component> similar) {
        list.removeAll();
        heading.removeAll();
        setVisible(row != null);
        if (row == null) {
            return;
        }
        Span number = new Span(row.no());
        number.addClassName("row-issues-no");
        Span title = new Span(row.title());
        title.addClassName("row-issues-title");
        heading.add(number, title);
        if (row.launched() == null) {
            heading.add(buttons);
            row.obstacles().forEach(obstacle -> obstacle(row, obstacle));
            row.warnings().forEach(this::warning);
        }
        similar.forEach(task -> list.add(item(VaadinIcon.COPY_O, "", task)));
    }

    /** While the row is being edited nothing else can be done with it. */
    void allowActions(boolean allowed) {
        buttons.setVisible(allowed);
    }

    private Div buttons() {
        Div buttons = new Div(
                tool("intake.row.edit", VaadinIcon.EDIT, actions::edit),
                tool("intake.row.split", VaadinIcon.SCISSORS, actions::split),
                tool("intake.row.merge", VaadinIcon.COMPRESS_SQUARE, actions::merge),
                tool("intake.row.drop", VaadinIcon.TRASH, actions::drop));
        buttons.addClassName("row-issues-actions");
        return buttons;
    }

    private Button tool(String key, VaadinIcon icon, Runnable action) {
        Button button = new Button(getTranslation(key), icon.create(), click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        return button;
    }

    /** Open warnings stand with their own words. */
    private void obstacle(DivisionRow row, Obstacle obstacle) {
        if (obstacle == Obstacle.OPEN_WARNING) {
            return;
        }
        boolean names = obstacle == Obstacle.UNRESOLVED_NAME;
        String sentence = names
                ? getTranslation(
                        "intake.issue.UNRESOLVED_NAME",
                        String.join(
                                getTranslation("list.separator"),
                                row.names().stream().map(DivisionRow.Name::name).toList()))
                : getTranslation("intake.issue." + obstacle);
        ListItem item = item(VaadinIcon.WARNING, "blocking", new Span(sentence));
        item.add(
                names
                        ? button(getTranslation("intake.issue.resolve"), actions::resolveNames)
                        : button(getTranslation("intake.row.edit"), actions::edit));
        list.add(item);
    }

    private void warning(RowWarning warning) {
        Div words = new Div(new Span(getTranslation("intake.warning." + warning.kind())));
        if (!warning.detail().isBlank()) {
            Span detail = new Span(getTranslation("intake.warning.detail", warning.detail()));
            detail.addClassName("soft");
            words.add(detail);
        }
        if (!warning.open()) {
            list.add(item(VaadinIcon.CHECK, "decided", words));
            return;
        }
        ListItem item = warning.blocking()
                ? item(VaadinIcon.WARNING, "blocking", words)
                : item(VaadinIcon.INFO_CIRCLE_O, "", words);
        int alike = openOfKind.applyAsInt(warning.kind());
        if (alike > 1) {
            Button all = button(
                    getTranslation("intake.warning.confirmAll", alike), () -> actions.confirmAll(warning.kind()));
            all.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
            item.add(all);
        }
        item.add(button(getTranslation("intake.warning.confirm"), () -> actions.confirm(warning)));
        list.add(item);
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text, click -> action.run());
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        return button;
    }

    private static ListItem item(VaadinIcon icon, String theme, Component words) {
        ListItem item = new ListItem(icon.create(), new Div(words));
        if (!theme.isEmpty()) {
            item.getElement().getThemeList().add(theme);
        }
        return item;
    }
}
