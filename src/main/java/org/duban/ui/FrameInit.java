package org.duban.ui;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.SystemMessagesInfo;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServiceInitListener;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Sets the language of each page and what the browser says when the server can't be reached or knows it no more. */
@Component
class FrameInit implements VaadinServiceInitListener {

    private final Messages messages;

    FrameInit(Messages messages) {
        this.messages = messages;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        VaadinService service = event.getSource();
        service.setSystemMessagesProvider(this::systemMessages);
        service.addSessionInitListener(init -> {
            init.getSession().setLocale(Languages.chosenIn(init.getRequest()));
            init.getSession().setErrorHandler(new UnexpectedErrors());
        });
        service.addUIInitListener(init -> {
            UI ui = init.getUI();
            ui.setLocale(Languages.chosenIn(VaadinRequest.getCurrent()));
            sayWhenDisconnected(ui);
            Trail.follow(ui);
        });
        event.addIndexHtmlRequestListener(page -> {
            VaadinRequest request = page.getVaadinRequest();
            page.getDocument().child(0).attr("lang", Languages.chosenIn(request).toLanguageTag());
            if (!leadsSomewhere(service, request)) {
                page.getVaadinResponse().setStatus(HttpServletResponse.SC_NOT_FOUND);
            }
        });
    }

    /** An address of no page gets the frame as well, for what it says to people; programs are told by the status. */
    private static boolean leadsSomewhere(VaadinService service, VaadinRequest request) {
        String path = request.getPathInfo() == null ? "" : request.getPathInfo();
        return service.getRouter()
                .resolveNavigationTarget(new Location(path.startsWith("/") ? path.substring(1) : path))
                .isPresent();
    }

    private static void sayWhenDisconnected(UI ui) {
        ReconnectDialogConfiguration dialog = ui.getReconnectDialogConfiguration();
        dialog.setDialogText(ui.getTranslation("connection.lost"));
        dialog.setDialogTextGaveUp(ui.getTranslation("connection.gaveUp"));
        // said for a moment when the connection is back; it has no setter
        ui.getPage()
                .executeJs(
                        "const it = window.Vaadin.connectionIndicator; if (it) it.onlineText = $0;",
                        ui.getTranslation("connection.back"));
    }

    /** After an expired session the same address is loaded again, so that the sign-in leads back to it. */
    private SystemMessages systemMessages(SystemMessagesInfo info) {
        Locale language = Languages.chosenIn(info.getRequest());
        CustomizedSystemMessages texts = new CustomizedSystemMessages();
        texts.setSessionExpiredNotificationEnabled(true);
        texts.setSessionExpiredCaption(messages.getTranslation("session.expired.title", language));
        texts.setSessionExpiredMessage(messages.getTranslation("session.expired.message", language));
        texts.setInternalErrorCaption(messages.getTranslation("error.unexpected.title", language));
        texts.setInternalErrorMessage(messages.getTranslation("error.reload", language));
        texts.setCookiesDisabledNotificationEnabled(true);
        texts.setCookiesDisabledCaption(messages.getTranslation("cookies.disabled.title", language));
        texts.setCookiesDisabledMessage(messages.getTranslation("cookies.disabled.message", language));
        return texts;
    }
}
