package org.duban.security;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * What a browser may load and run in our pages: nothing from elsewhere, and of scripts in the page only those that the
 * server wrote there, by a number that is drawn anew for each page. Two things stay open because Vaadin needs them: it
 * makes functions of what the server sends ({@code unsafe-eval}; text that a browser takes in cannot reach that), and
 * its components carry their styles with them ({@code unsafe-inline} for styles).
 */
@Component
class ContentPolicy implements VaadinServiceInitListener {

    static final String HEADER = "Content-Security-Policy";

    /** For everything that is no page of Vaadin's. */
    static final String NO_SCRIPTS =
            "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none';"
                    + " form-action 'self'; frame-ancestors 'none'";

    private static final String SCRIPTS = "default-src 'none'; script-src 'self' 'unsafe-eval' 'nonce-%s';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self';"
            + " base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static final int NONCE_BYTES = 18;

    private final SecureRandom random = new SecureRandom();

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            byte[] drawn = new byte[NONCE_BYTES];
            random.nextBytes(drawn);
            String nonce = Base64.getEncoder().encodeToString(drawn);
            page.getDocument().getElementsByTag("script").attr("nonce", nonce);
            page.getVaadinResponse().setHeader(HEADER, SCRIPTS.formatted(nonce));
            // Vaadin allows frames of the same origin
            page.getVaadinResponse().setHeader("X-Frame-Options", "DENY");
        });
    }
}
