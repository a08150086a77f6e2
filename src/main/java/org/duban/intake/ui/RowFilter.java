package org.duban.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.function.SerializablePredicate;
import java.util.List;
import java.util.Set;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRowId;

/** Which rows are shown, each kind with its number. A kind that no row is of is not offered. */
final class RowFilter extends Div {

    private enum Kind {
        ALL,
        BLOCKED,
        HINTS,
        SIMILAR,
        NO_DUE,
        LAUNCHED
    }

    private final SerializableConsumer<SerializablePredicate<DivisionRow>> chosen;
    private Kind current = Kind.ALL;
    private transient List<DivisionRow> rows = List.of();
    private transient Set<DivisionRowId> similar = Set.of();

    /** @param chosen gets what the rows to be shown fulfil */
    RowFilter(SerializableConsumer<SerializablePredicate<DivisionRow>> chosen) {
        this.chosen = chosen;
        addClassName("filter-chips");
        getElement().setAttribute("role", "group").setAttribute("aria-label", getTranslation("intake.filter"));
    }

    /** Counts again. */
    void show(List<DivisionRow> all, Set<DivisionRowId> likeOthers) {
        rows = all;
        similar = likeOthers;
        removeAll();
        for (Kind kind : Kind.values()) {
            long count = all.stream().filter(row -> passes(kind, row)).count();
            if (kind == Kind.ALL || kind == current || count > 0 && count < all.size()) {
                add(chip(kind, count));
            }
        }
    }

    /** Shows all rows again. */
    void giveUp() {
        choose(Kind.ALL);
    }

    private void choose(Kind kind) {
        current = kind;
        show(rows, similar);
        chosen.accept(row -> passes(kind, row));
    }

    private boolean passes(Kind kind, DivisionRow row) {
        if (kind == Kind.ALL || kind == Kind.LAUNCHED) {
            return kind == Kind.ALL || row.launched() != null;
        }
        return row.launched() == null
                && switch (kind) {
                    case BLOCKED -> !row.obstacles().isEmpty();
                    case HINTS -> row.warnings().stream().anyMatch(warning -> warning.open() && !warning.blocking());
                    case SIMILAR -> similar.contains(row.id());
                    default -> row.dueOn() == null;
                };
    }

    private Button chip(Kind kind, long count) {
        Button chip = new Button(getTranslation("intake.filter." + kind, count), click -> choose(kind));
        chip.addThemeVariants(ButtonVariant.LUMO_SMALL);
        chip.addClassName("filter-chip");
        chip.getElement().setAttribute("aria-pressed", String.valueOf(kind == current));
        return chip;
    }
}
