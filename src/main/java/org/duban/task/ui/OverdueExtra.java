package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;
import org.duban.task.OverdueRow;

/** What a feature adds to the list of what is overdue; a Spring bean. */
public interface OverdueExtra {

    /** Between the figures and the list; empty where there is nothing to tell. */
    Optional<Component> above();

    /** What the reader can do about one key task of it. @param changed to be run after an action */
    Optional<Component> action(OverdueRow row, Runnable changed);
}
