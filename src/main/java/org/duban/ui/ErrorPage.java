package org.duban.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.HasDynamicTitle;
import jakarta.servlet.http.HttpServletResponse;

/** What is shown in place of a page that can't be: what happened, and the ways on. Details stay in the log. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private String title = "";

    ErrorPage() {
        addClassName("error-page");
    }

    void say(VaadinIcon icon, String titleKey, String message) {
        title = getTranslation(titleKey);
        removeAll();
        Div ways = new Div();
        ways.addClassName("error-ways");
        Trail.last()
                .filter(left -> !left.address().equals(Routes.INBOX))
                .ifPresent(left -> ways.add(new Anchor(left.address(), getTranslation("page.back", left.title()))));
        ways.add(new Anchor(Routes.INBOX, getTranslation("error.home")));
        add(icon.create(), new H2(title), new Paragraph(message), ways);
    }

    /** The same for what does not exist and what is not for the caller: whether it exists does not leak. */
    int sayNotFound() {
        say(VaadinIcon.SEARCH, "error.notFound.title", getTranslation("error.notFound.message"));
        return HttpServletResponse.SC_NOT_FOUND;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
