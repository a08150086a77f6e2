package org.duban.ui;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.DocumentType;
import org.jsoup.nodes.Element;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * What a browser gets from addresses that are no pages of ours, such as downloads, when there is nothing to give. It says
 * the same of what does not exist and of what is not for the caller, in the words of {@link ErrorPage}. Programs get
 * the status alone.
 */
@Controller
class PlainErrorPage implements ErrorController {

    private final Messages messages;

    PlainErrorPage(Messages messages) {
        this.messages = messages;
    }

    @RequestMapping("${spring.web.error.path:${error.path:/error}}")
    ResponseEntity<byte[]> answer(HttpServletRequest request) {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code
                : HttpStatus.NOT_FOUND.value();
        String reference = status >= HttpStatus.INTERNAL_SERVER_ERROR.value() ? logged(request, status) : null;
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        if (accepted == null || !accepted.contains(MediaType.TEXT_HTML_VALUE)) {
            return ResponseEntity.status(status).build();
        }
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .body(page(request, reference).outerHtml().getBytes(StandardCharsets.UTF_8));
    }

    private static String logged(HttpServletRequest request, int status) {
        return UnexpectedErrors.log(
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown
                        ? thrown
                        : new IllegalStateException("Answered with " + status));
    }

    private Document page(HttpServletRequest request, String reference) {
        Locale language = Languages.chosenIn(request.getCookies());
        String home = request.getContextPath() + "/";
        String title = messages.getTranslation(
                reference == null ? "error.notFound.title" : "error.unexpected.title", language);
        String message = reference == null
                ? messages.getTranslation("error.notFound.message", language)
                : messages.getTranslation("error.unexpected.message", language, reference);
        Document page = Document.createShell(home);
        page.prependChild(new DocumentType("html", "", ""));
        page.expectFirst("html").attr("lang", language.toLanguageTag());
        page.head().appendElement("meta").attr("name", "viewport").attr("content", "width=device-width");
        page.head().appendElement("link").attr("rel", "stylesheet").attr("href", home + "styles/shell.css");
        page.head().appendElement("link").attr("rel", "icon").attr("href", home + "styles/seal.svg");
        page.title(title);
        Element main = page.body().addClass("plain-page").appendElement("main").addClass("error-page");
        main.appendElement("span")
                .addClass("seal")
                .attr("aria-hidden", "true")
                .text(messages.getTranslation("app.seal", language));
        main.appendElement("h2").text(title);
        main.appendElement("p").text(message);
        main.appendElement("a").attr("href", home).text(messages.getTranslation("error.home", language));
        return page;
    }
}
