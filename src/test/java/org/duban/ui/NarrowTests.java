package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import org.duban.support.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NarrowTests extends ViewTest {

    private final Grid<String> grid = new Grid<>();
    private Grid.Column<String> column;
    private Grid.Column<String> card;

    @BeforeEach
    void columns() {
        column = grid.addColumn(text -> text);
        card = grid.addColumn(text -> text);
        Narrow.cardBelow(grid, card);
    }

    @Test
    void showsColumnsInAWindowOfUnknownWidth() {
        UI.getCurrent().add(grid);
        assertThat(column.isVisible()).isTrue();
        assertThat(card.isVisible()).isFalse();
    }

    @Test
    void showsCardsInANarrowWindow() {
        resizeTo(390);
        UI.getCurrent().add(grid);
        assertThat(column.isVisible()).isFalse();
        assertThat(card.isVisible()).isTrue();
    }

    @Test
    void followsTheWindow() {
        resizeTo(Narrow.BELOW);
        UI.getCurrent().add(grid);
        assertThat(card.isVisible()).isFalse();
        resizeTo(Narrow.BELOW - 1);
        assertThat(card.isVisible()).isTrue();
        assertThat(column.isVisible()).isFalse();
        resizeTo(Narrow.BELOW);
        assertThat(card.isVisible()).isFalse();
        assertThat(column.isVisible()).isTrue();
    }
}
