package org.duban.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.concurrent.atomic.AtomicReference;

/** Tells a page whether the window is too narrow for columns side by side. */
public final class Narrow {

    /** Windows of fewer CSS pixels are narrow. */
    public static final int BELOW = 700;

    private Narrow() {}

    /**
     * Calls with {@code true} for a narrow window: when the component is attached, and whenever that changes while it is.
     */
    public static void follow(Component component, SerializableConsumer<Boolean> narrow) {
        component.addAttachListener(attached -> {
            UI ui = attached.getUI();
            AtomicReference<Boolean> told = new AtomicReference<>(isNarrow(ui));
            narrow.accept(told.get());
            var resizes = ui.getPage().addBrowserWindowResizeListener(resized -> {
                boolean now = isNarrow(resized.getWidth());
                if (told.getAndSet(now) != now) {
                    narrow.accept(now);
                }
            });
            component.addDetachListener(detached -> {
                detached.unregisterListener();
                resizes.remove();
            });
        });
    }

    /** Shows only the card column while the window is narrow, and all columns but that one while it is wide. */
    public static <T> void cardBelow(Grid<T> grid, Grid.Column<T> card) {
        follow(grid, narrow -> {
            grid.getColumns().forEach(column -> column.setVisible(narrow == (column == card)));
            grid.setClassName("card-grid", narrow);
        });
    }

    private static boolean isNarrow(UI ui) {
        return isNarrow(ui.getPage().getExtendedClientDetails().getWindowInnerWidth());
    }

    /** A width of nothing is one that the browser has not told. */
    private static boolean isNarrow(int width) {
        return width > 0 && width < BELOW;
    }
}
