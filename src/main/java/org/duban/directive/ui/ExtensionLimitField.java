package org.duban.directive.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import java.util.stream.IntStream;
import org.duban.directive.DirectiveId;
import org.duban.directive.ExtensionLimit;
import org.duban.ui.Notices;

/** How often the due date may be extended for one duty; the directive's supervisors set it here. */
final class ExtensionLimitField extends Div {

    private final transient ExtensionLimit limit;
    private final transient DirectiveId directive;
    private final boolean decides;

    ExtensionLimitField(ExtensionLimit limit, DirectiveId directive, boolean decides) {
        this.limit = limit;
        this.directive = directive;
        this.decides = decides;
        addClassName("extension-limit");
        refresh();
    }

    void refresh() {
        removeAll();
        int times = limit.of(directive);
        add(decides ? choice(times) : new Span(label(times)));
    }

    private Select<Integer> choice(int times) {
        Select<Integer> choice = new Select<>();
        choice.setAriaLabel(getTranslation("directive.extensions"));
        choice.setItems(IntStream.rangeClosed(0, ExtensionLimit.MOST).boxed().toList());
        choice.setItemLabelGenerator(this::label);
        choice.setValue(times);
        choice.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                if (Notices.attempt(() -> limit.set(directive, change.getValue()))) {
                    Notices.done("directive.extensions.set", label(change.getValue()));
                }
                refresh();
            }
        });
        return choice;
    }

    private String label(int times) {
        return getTranslation("directive.extensions.times", times);
    }
}
