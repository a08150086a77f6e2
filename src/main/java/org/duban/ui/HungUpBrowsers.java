package org.duban.ui;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import com.vaadin.flow.server.communication.PushAtmosphereHandler;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;
import org.springframework.web.util.DisconnectedClientHelper;

/**
 * Makes a debug line of what Vaadin logs as an error, with its stack trace: that a change was pushed to a page just as its
 * browser went away, which happens all day and harms nobody. Other errors of the push connection stay errors.
 */
@Component
class HungUpBrowsers extends TurboFilter {

    private static final String PUSH = PushAtmosphereHandler.class.getName();

    @PostConstruct
    void listen() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.addTurboFilter(this);
        }
    }

    @PreDestroy
    void listenNoMore() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logging) {
            logging.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            Marker marker, Logger logger, Level level, String format, Object[] arguments, Throwable thrown) {
        if (level != Level.ERROR || !logger.getName().equals(PUSH) || !hungUp(thrown)) {
            return FilterReply.NEUTRAL;
        }
        logger.debug("A browser hung up while a change was pushed to it: {}", thrown.getMessage());
        return FilterReply.DENY;
    }

    private static boolean hungUp(Throwable thrown) {
        return thrown != null
                && (writesToAClosedSocket(thrown) || DisconnectedClientHelper.isClientDisconnectedException(thrown));
    }

    /** Tomcat has no exception of its own for it, and the message is in the language of the server. */
    private static boolean writesToAClosedSocket(Throwable thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        return thrown instanceof IllegalStateException
                && trace.length > 0
                && trace[0].getClassName().equals("org.apache.tomcat.websocket.WsRemoteEndpointImplBase")
                && trace[0].getMethodName().equals("writeMessagePart");
    }
}
