package org.duban.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.duban.support.ViewTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ContentPolicyTests extends ViewTest {

    @Test
    void allowsTheScriptsOfThePageAndNoOthers() {
        Document page = Document.createShell("/");
        page.head().appendElement("script").text("start()");
        page.body().appendElement("script").attr("src", "VAADIN/build/index.js");

        String policy = policyOf(page);

        assertThat(page.getElementsByTag("script")).hasSize(2).allSatisfy(script -> assertThat(policy)
                .contains("'nonce-" + script.attr("nonce") + "'"));
        assertThat(policy.replaceAll("style-src [^;]*;", "")).doesNotContain("unsafe-inline", "*", "http");
        assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'");
    }

    @Test
    void drawsAnotherNumberForEachPage() {
        assertThat(policyOf(Document.createShell("/"))).isNotEqualTo(policyOf(Document.createShell("/")));
    }

    private static String policyOf(Document page) {
        VaadinServletService service = (VaadinServletService) VaadinService.getCurrent();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/login");
        request.setPathInfo("/login");
        MockHttpServletResponse response = new MockHttpServletResponse();
        service.modifyIndexHtmlResponse(new IndexHtmlResponse(
                new VaadinServletRequest(request, service), new VaadinServletResponse(response, service), page));
        assertThat(response.getHeader("X-Frame-Options")).isEqualTo("DENY");
        return response.getHeader(ContentPolicy.HEADER);
    }
}
