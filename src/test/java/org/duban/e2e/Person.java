package org.duban.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;

/** Somebody with a browser of their own, signed in or about to. */
final class Person implements AutoCloseable {

    private static final int PATIENCE = 20_000;

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final Path screenshots;
    private String username = "nobody";

    Person(Browser browser, String address, Path screenshots, int width, int height) {
        this.address = address;
        this.screenshots = screenshots;
        this.context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height));
        this.context.setDefaultTimeout(PATIENCE);
        this.page = context.newPage();
    }

    Person signIn(String username) {
        this.username = username;
        page.navigate(address + "/login");
        page.locator("input[name=username]").fill(username);
        page.locator("input[name=password]").fill("duban-demo");
        page.locator("input[name=password]").press("Enter");
        page.waitForURL(url -> !url.contains("/login"));
        arrive();
        return this;
    }

    /** Forgets the session, as its end does. */
    void loseSession() {
        context.clearCookies();
    }

    void open(String route) {
        page.navigate(address + "/" + route);
        arrive();
    }

    /** Waits until the frame is there, and the server has nothing more to say. */
    private void arrive() {
        page.locator("vaadin-app-layout h1, vaadin-app-layout h2").first().waitFor();
        page.waitForFunction("Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive())");
    }

    Page page() {
        return page;
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(screenshots.resolve(name + ".png")));
    }

    /** What was last seen is kept, for the case that it is not what was expected. */
    @Override
    public void close() {
        screenshot("last-of-" + username);
        context.close();
    }
}
