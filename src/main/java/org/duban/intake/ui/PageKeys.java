package org.duban.intake.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;

/**
 * Keys that work anywhere on a page. Letters, arrows and the like are left alone while somebody types or a dialog is open,
 * and Enter and the space bar on whatever has a use for them; those with {@code Ctrl}, but for {@code Ctrl+z}, and
 * {@code Escape} reach the page from its own fields as well, after what was typed there.
 */
final class PageKeys {

    private static final String LISTEN =
            """
            const wanted = new Set($0.split(' ').map(key => key === 'Space' ? ' ' : key));
            this.stopKeys?.abort();
            const stop = this.stopKeys = new AbortController();
            const typing = path => path.some(node => node instanceof Element && node.matches(
                'input:not([type=checkbox]), textarea, select, [contenteditable], vaadin-combo-box, vaadin-select'));
            const overlaid = path => document.querySelector('vaadin-dialog[opened], vaadin-confirm-dialog[opened]') ||
                path.some(node => node instanceof Element && node.matches(
                    'vaadin-menu-bar, vaadin-menu-bar-overlay, vaadin-select-overlay, vaadin-side-nav'));
            const pressable = path => path.some(node => node instanceof Element && node.matches(
                'a[href], button, vaadin-button, vaadin-checkbox, vaadin-details-summary, [role=tab]'));
            window.addEventListener('keydown', event => {
              if (!this.isConnected) { stop.abort(); return; }
              if (event.isComposing || event.altKey || event.metaKey || event.defaultPrevented) return;
              const key = (event.ctrlKey ? 'Ctrl+' : '') + event.key;
              const path = event.composedPath();
              if (!wanted.has(key) || overlaid(path)) return;
              const anywhere = event.ctrlKey && key !== 'Ctrl+z' || key === 'Escape';
              if (!anywhere && typing(path) || (key === 'Enter' || key === ' ') && pressable(path)) return;
              if (key === 'Escape' && path.some(node => node instanceof Element && node.hasAttribute('opened'))) return;
              event.preventDefault();
              event.stopPropagation();
              if (anywhere && typing(path)) { const field = path[0]; field.blur(); field.focus(); }
              else if (pressable(path)) { path[0].blur(); }
              this.dispatchEvent(new CustomEvent('page-key', { detail: key === ' ' ? 'Space' : key }));
            }, { capture: true, signal: stop.signal });
            """;

    private PageKeys() {}

    /**
     * @param keys names as browsers give them, separated by blanks; the space bar is {@code Space}
     * @param pressed gets the name of the key
     */
    static void listen(Component page, String keys, SerializableConsumer<String> pressed) {
        page.addAttachListener(attached -> page.getElement().executeJs(LISTEN, keys));
        page.getElement()
                .addEventListener(
                        "page-key",
                        event -> pressed.accept(
                                event.getEventData().get("event.detail").asString()))
                .addEventData("event.detail");
    }
}
