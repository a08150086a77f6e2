package org.duban.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;
import org.duban.base.Refusal;

/** A service refused what the page asked it for, mostly because there is none that the caller may see. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class RefusedPage extends ErrorPage implements HasErrorParameter<Refusal> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Refusal> error) {
        Refusal refusal = error.getException();
        if (refusal.messageKey().equals(Refusal.notFound().messageKey())) {
            return sayNotFound();
        }
        say(VaadinIcon.INFO_CIRCLE, "error.refused.title", getTranslation(refusal.messageKey(), refusal.arguments()));
        return HttpServletResponse.SC_CONFLICT;
    }
}
