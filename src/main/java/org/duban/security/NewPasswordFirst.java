package org.duban.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.duban.account.CurrentCaller;
import org.duban.account.SignedIn;
import org.springframework.stereotype.Component;

/** Leads every page to {@link NewPasswordView} while the password must be changed; the address stays. */
@Component
class NewPasswordFirst implements VaadinServiceInitListener {

    private final CurrentCaller caller;

    NewPasswordFirst(CurrentCaller caller) {
        this.caller = caller;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(entering -> {
            if (caller.session().filter(SignedIn::mustChangePassword).isPresent()
                    && entering.getNavigationTarget() != NewPasswordView.class) {
                entering.rerouteTo(NewPasswordView.class);
            }
        }));
    }
}
