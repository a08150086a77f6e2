package org.duban.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import jakarta.servlet.http.HttpServletResponse;

/** Nobody foresaw this. The page tells the number under which the log has it. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class UnexpectedErrorPage extends ErrorPage implements HasErrorParameter<Exception> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> error) {
        String reference = UnexpectedErrors.log(error.getCaughtException());
        say(VaadinIcon.WARNING, "error.unexpected.title", getTranslation("error.unexpected.message", reference));
        return HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }
}
