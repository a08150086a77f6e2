package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import org.duban.task.KeyTaskDetails;

/** A part of the key-task page, contributed by whichever feature has something to show there; a Spring bean. */
public interface TaskSection {

    /** Sections stand in ascending order. */
    int order();

    /** Whether it stands beside the others, where there is room for two columns. */
    default boolean aside() {
        return false;
    }

    /** Message key of the heading. */
    String titleKey();

    /**
     * The section's content for a key task that the signed-in user may see, or {@code null} where there is nothing to
     * show: the section is left out then.
     *
     * @param changed to be run after an action, so that the whole page is read again
     */
    Component content(KeyTaskDetails task, Runnable changed);
}
