package org.duban.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/** The page around all pages: theme, style sheets, and the push connection over which changes by others arrive. */
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("styles/shell.css")
@StyleSheet("styles/task.css")
@StyleSheet("styles/ladder.css")
@StyleSheet("styles/score.css")
@StyleSheet("styles/report.css")
@StyleSheet("styles/directive.css")
@StyleSheet("styles/intake.css")
@StyleSheet("styles/administration.css")
public class AppShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1L;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addFavIcon("icon", "styles/seal.svg", "any");
    }
}
