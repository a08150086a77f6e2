package org.duban.inbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import org.duban.ui.Routes;

/** What waits for the caller, by due date. */
@Route(Routes.INBOX)
@PermitAll
@Menu(order = 10, icon = "vaadin:inbox", title = "nav.inbox")
class InboxView extends Div implements HasDynamicTitle {

    @Override
    public String getPageTitle() {
        return getTranslation("nav.inbox");
    }
}
