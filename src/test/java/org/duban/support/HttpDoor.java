package org.duban.support;

import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Requests to an application from outside, through its whole filter chain. */
public final class HttpDoor {

    private HttpDoor() {}

    /**
     * Makes this application's idea of who is signed in the one of the test JVM, too: each application that starts there
     * claims it, so that the services of an earlier one would ask the latest one.
     */
    public static MockMvc of(WebApplicationContext application) {
        application
                .getBeanProvider(SecurityContextHolderStrategy.class)
                .ifAvailable(SecurityContextHolder::setContextHolderStrategy);
        return MockMvcBuilders.webAppContextSetup(application)
                .apply(springSecurity())
                .build();
    }
}
