package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.vaadin.flow.server.communication.PushAtmosphereHandler;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class HungUpBrowsersTests {

    private static final String ENDPOINT = "org.apache.tomcat.websocket.WsRemoteEndpointImplBase";

    private final Logger push = (Logger) LoggerFactory.getLogger(PushAtmosphereHandler.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final HungUpBrowsers quiet = new HungUpBrowsers();

    @BeforeEach
    void listen() {
        push.setLevel(Level.DEBUG);
        log.start();
        push.addAppender(log);
        quiet.listen();
    }

    @AfterEach
    void listenNoMore() {
        quiet.listenNoMore();
        push.detachAppender(log);
        push.setLevel(null);
    }

    @Test
    void saysInOneQuietLineThatABrowserWentAway() {
        push.error("Exception in push connection", thrownIn(ENDPOINT, "writeMessagePart"));
        push.error("Exception in push connection", new IOException("Broken pipe"));

        assertThat(log.list).hasSize(2).allSatisfy(line -> {
            assertThat(line.getLevel()).isEqualTo(Level.DEBUG);
            assertThat(line.getThrowableProxy()).isNull();
        });
    }

    @Test
    void leavesOtherErrorsAlone() {
        push.error("Exception in push connection", thrownIn(ENDPOINT + "$StateMachine", "checkState"));
        push.error("Exception in push connection", new IllegalStateException("something else"));
        push.error("Could not get event. This should never happen.");

        assertThat(log.list).hasSize(3).allSatisfy(line -> assertThat(line.getLevel())
                .isEqualTo(Level.ERROR));
    }

    private static Throwable thrownIn(String type, String method) {
        IllegalStateException thrown = new IllegalStateException("the WebSocket session has been closed");
        thrown.setStackTrace(new StackTraceElement[] {new StackTraceElement(type, method, null, 541)});
        return thrown;
    }
}
