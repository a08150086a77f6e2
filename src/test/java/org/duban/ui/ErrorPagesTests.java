package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.AccessDeniedException;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.communication.IndexHtmlResponse;
import org.duban.base.Refusal;
import org.duban.support.ViewTest;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class ErrorPagesTests extends ViewTest {

    @Test
    void sayOfAnUnknownAddressThatItIsUnknown() {
        signIn(fixture.office().staff());
        assertThat(open("no-such-page")).isInstanceOf(NotFoundPage.class);
        assertThat(textOf((NotFoundPage) getCurrentView())).contains(text("error.notFound.title"));
    }

    @Test
    void sayTheSameOfWhatIsMissingAndOfWhatIsForOthers() {
        NotFoundPage missing = new NotFoundPage();
        missing.sayNotFound();

        AccessDeniedPage forOtherRoles = new AccessDeniedPage();
        int status = forOtherRoles.setErrorParameter(
                null, new ErrorParameter<>(AccessDeniedException.class, new AccessDeniedException()));
        RefusedPage ofOthers = new RefusedPage();
        int refused = ofOthers.setErrorParameter(null, new ErrorParameter<>(Refusal.class, Refusal.notFound()));

        assertThat(status).isEqualTo(404);
        assertThat(refused).isEqualTo(404);
        assertThat(textOf(forOtherRoles)).isEqualTo(textOf(missing));
        assertThat(textOf(ofOthers)).isEqualTo(textOf(missing));
    }

    @Test
    void tellOfTheUnforeseenOnlyTheNumberUnderWhichTheLogHasIt(CapturedOutput log) {
        UnexpectedErrorPage page = new UnexpectedErrorPage();
        int status = page.setErrorParameter(
                null, new ErrorParameter<>(Exception.class, new IllegalStateException("secret of the server")));
        assertThat(status).isEqualTo(500);
        assertThat(textOf(page)).doesNotContain("secret", "Exception");
        String reference = textOf(page).replaceAll("(?s).*编号 (\\w{8}).*", "$1");
        assertThat(log).contains("Unexpected error " + reference).contains("secret of the server");
    }

    @ParameterizedTest
    @CsvSource({
        "/,200",
        "/login,200",
        "/no-such-page,404",
        "/h2-console,404",
        "/engine-rest/engine,404",
        "/camunda/app/admin,404",
        "/actuator/env,404"
    })
    void answerProgramsByTheStatus(String address, int status) {
        VaadinServletService service = (VaadinServletService) VaadinService.getCurrent();
        MockHttpServletRequest request = new MockHttpServletRequest("GET", address);
        request.setPathInfo(address);
        MockHttpServletResponse response = new MockHttpServletResponse();
        Document frame = Document.createShell("/");
        service.modifyIndexHtmlResponse(new IndexHtmlResponse(
                new VaadinServletRequest(request, service), new VaadinServletResponse(response, service), frame));
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(frame.child(0).attr("lang")).isEqualTo("zh-CN");
    }
}
