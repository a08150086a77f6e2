package org.duban.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ErrorHandler;
import java.util.Locale;
import java.util.UUID;
import org.duban.base.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.util.DisconnectedClientHelper;

/** What was thrown by an action on a page: a refusal is shown as such, anything else under a number found in the log. */
class UnexpectedErrors implements ErrorHandler {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(UnexpectedErrors.class);

    @Override
    public void error(ErrorEvent event) {
        Throwable thrown = event.getThrowable();
        if (DisconnectedClientHelper.isClientDisconnectedException(thrown)) {
            LOG.debug("A browser hung up", thrown);
            return;
        }
        Refusal refusal = refusalIn(thrown);
        String reference = refusal == null ? log(thrown) : null;
        if (UI.getCurrent() == null) {
            return;
        }
        if (refusal != null) {
            Notices.refused(refusal);
        } else {
            Notices.failed(reference);
        }
    }

    /** Writes it to the log and returns the number under which it stands there. */
    static String log(Throwable thrown) {
        String reference = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        LOG.error("Unexpected error {}", reference, thrown);
        return reference;
    }

    private static Refusal refusalIn(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }
}
