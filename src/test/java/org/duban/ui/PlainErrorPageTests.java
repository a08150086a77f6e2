package org.duban.ui;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;

@ExtendWith(OutputCaptureExtension.class)
class PlainErrorPageTests {

    private final PlainErrorPage page = new PlainErrorPage(new Messages(Clock.systemUTC()));

    @Test
    void saysTheSameOfWhatIsMissingAndOfWhatIsForOthers() {
        String missing = html(page.answer(request(404)));
        assertThat(missing).contains("没有找到这个页面", "lang=\"zh-CN\"").startsWith("<!doctype html>");
        assertThat(html(page.answer(request(403)))).isEqualTo(missing);
    }

    @Test
    void speaksTheLanguageThatWasChosen() {
        MockHttpServletRequest request = request(404);
        request.setCookies(new Cookie(Languages.COOKIE, "en"));
        assertThat(html(page.answer(request))).contains("Page not found", "lang=\"en\"");
    }

    @Test
    void tellsOfTheUnforeseenOnlyTheNumberUnderWhichTheLogHasIt(CapturedOutput log) {
        MockHttpServletRequest request = request(500);
        request.setAttribute(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret of the server"));
        String html = html(page.answer(request));
        assertThat(html).doesNotContain("secret", "Exception");
        String reference = html.replaceAll("(?s).*编号 (\\w{8}).*", "$1");
        assertThat(log).contains("Unexpected error " + reference).contains("secret of the server");
    }

    @Test
    void answersProgramsByTheStatusAlone() {
        MockHttpServletRequest request = request(404);
        request.removeHeader("Accept");
        ResponseEntity<byte[]> answer = page.answer(request);
        assertThat(answer.getStatusCode().value()).isEqualTo(404);
        assertThat(answer.getBody()).isNull();
    }

    private static MockHttpServletRequest request(int status) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        return request;
    }

    private static String html(ResponseEntity<byte[]> answer) {
        return new String(answer.getBody(), StandardCharsets.UTF_8);
    }
}
