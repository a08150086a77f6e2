package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import java.util.List;
import org.duban.task.KeyTaskDetails;

/**
 * Something that the signed-in person can do about a key task, contributed by whichever feature it belongs to; a Spring
 * bean. What can't be done now is not offered.
 */
public interface TaskAction {

    /** Actions stand in ascending order. */
    int order();

    /** Whether it is also there while the key task stands still. */
    default boolean whileSuspended() {
        return false;
    }

    /**
     * What waits for the person now, each with its buttons: see {@link Choices}.
     *
     * @param page translates
     * @param changed to be run after an action, so that the whole page is read again
     */
    default List<Component> choices(Component page, KeyTaskDetails details, Runnable changed) {
        return List.of();
    }

    /** What the person may do without being asked; stands in a menu. */
    default List<Offer> offers(KeyTaskDetails details, Runnable changed) {
        return List.of();
    }

    /**
     * An entry of the menu.
     *
     * @param labelKey message key
     * @param open asks what has to be asked, or does it
     */
    record Offer(String labelKey, Runnable open) {}
}
