package org.duban.inbox.ui;

import com.vaadin.flow.component.Component;
import java.util.Optional;

/** What a feature has to tell the reader above the inbox, though it is no item of it; a Spring bean. */
public interface InboxNotice {

    /** Empty where there is nothing to tell. */
    Optional<Component> content();
}
