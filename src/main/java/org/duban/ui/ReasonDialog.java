package org.duban.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.duban.base.Refusal;

/**
 * Asks for a reason, an opinion or a statement before something is done. It can be confirmed (button or Ctrl+Enter) when
 * the text is there and not too long; Esc cancels, but not before asking where something was typed. When the action is
 * refused it stays open with all that was typed.
 */
public class ReasonDialog extends Dialog {

    /** Longest text unless {@link #longest(int)} says otherwise. */
    public static final int LONGEST = 1_000;

    private final Div body = new Div();
    private final TextArea text = new TextArea();
    private final Span refused = new Span();
    private final Button confirm;
    private int longest = LONGEST;
    private boolean optional;
    private BooleanSupplier extraValid = () -> true;
    private HasValidation blamed;
    private Set<String> blaming = Set.of();

    /**
     * @param label what the text is: a reason, an opinion
     * @param confirmLabel what confirming does, as a verb
     * @param action gets the text without outer blanks; a {@link Refusal} from it is shown in the dialog
     */
    public ReasonDialog(String title, String label, String confirmLabel, SerializableConsumer<String> action) {
        setHeaderTitle(title);
        addClassName("reason-dialog");
        setCloseOnOutsideClick(false);
        addDialogCloseActionListener(escape -> leave());
        setWidth("min(34rem, calc(100vw - 2rem))");

        text.setLabel(label);
        text.setWidthFull();
        text.setMinRows(4);
        text.setMaxRows(12);
        text.setRequiredIndicatorVisible(true);
        text.setManualValidation(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setValueChangeTimeout(200);
        text.addValueChangeListener(change -> check());
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        body.add(text);
        body.addClassName("reason-body");
        Paragraph keys = new Paragraph(getTranslation("reason.shortcut"));
        keys.addClassName("dialog-keys");
        add(body, refused, keys);

        confirm = new Button(confirmLabel, click -> run(action));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), confirm);
        Shortcuts.addShortcutListener(this, () -> run(action), Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
        check();
    }

    /**
     * One that says what it has done, and then has the page read again.
     *
     * @param labelKey this and the next two: keys of texts in the bundles
     */
    public static ReasonDialog of(
            String title,
            String labelKey,
            String confirmKey,
            String doneKey,
            Runnable changed,
            SerializableConsumer<String> action) {
        UI ui = UI.getCurrent();
        return new ReasonDialog(title, ui.getTranslation(labelKey), ui.getTranslation(confirmKey), words -> {
            action.accept(words);
            Notices.done(doneKey);
            changed.run();
        });
    }

    /** A sentence above the text field. */
    public ReasonDialog explain(String sentence) {
        Paragraph explanation = new Paragraph(sentence);
        explanation.addClassName("dialog-explanation");
        return explain(explanation);
    }

    /** What has to be read before the text is written, above the text field. */
    public ReasonDialog explain(Component words) {
        body.addComponentAsFirst(words);
        return this;
    }

    public ReasonDialog longest(int characters) {
        longest = characters;
        check();
        return this;
    }

    /** The text may stay empty. */
    public ReasonDialog optional() {
        optional = true;
        text.setRequiredIndicatorVisible(false);
        check();
        return this;
    }

    /** The action takes away something that can't be given back. */
    public ReasonDialog dangerous() {
        confirm.addThemeVariants(ButtonVariant.LUMO_ERROR);
        return this;
    }

    /** A further field above the text, such as a date. Confirming waits until it is valid as well. */
    public <C extends Component & HasValue<?, ?>> ReasonDialog with(C field, BooleanSupplier valid) {
        extraValid = valid;
        body.addComponentAtIndex(body.indexOf(text), field);
        field.addValueChangeListener(change -> check());
        check();
        return this;
    }

    /** Shows these refusals at the further field; others stand below the text. */
    public <C extends Component & HasValue<?, ?> & HasValidation> ReasonDialog refusedAt(
            C field, String... messageKeys) {
        blamed = field;
        blaming = Set.of(messageKeys);
        field.addValueChangeListener(change -> field.setInvalid(false));
        return this;
    }

    /** Begins in the first field that is still empty; one that came filled, such as a proposed date, can wait. */
    @Override
    public void open() {
        super.open();
        body.getChildren()
                .filter(field -> field instanceof HasValue<?, ?> value && value.isEmpty())
                .filter(Focusable.class::isInstance)
                .findFirst()
                .ifPresent(first -> ((Focusable<?>) first).focus());
    }

    private void leave() {
        if (text.getValue().isBlank()) {
            close();
            return;
        }
        Questions.warn(getTranslation("reason.leave"), getTranslation("reason.leave.do"), this::close)
                .open();
    }

    private void run(SerializableConsumer<String> action) {
        if (!check()) {
            return;
        }
        try {
            action.accept(text.getValue().strip());
            close();
        } catch (Refusal refusal) {
            show(refusal);
        }
    }

    private void show(Refusal refusal) {
        String reason = getTranslation(refusal.messageKey(), refusal.arguments());
        if (blaming.contains(refusal.messageKey())) {
            blamed.setErrorMessage(reason);
            blamed.setInvalid(true);
        } else {
            refused.setText(reason);
            refused.setVisible(true);
        }
    }

    private boolean check() {
        int length = text.getValue().strip().length();
        text.setHelperText(getTranslation("text.counter", length, longest));
        text.setInvalid(length > longest);
        text.setErrorMessage(getTranslation("reason.tooLong", longest));
        refused.setVisible(false);
        boolean valid = (optional || length > 0) && length <= longest && extraValid.getAsBoolean();
        confirm.setEnabled(valid);
        return valid;
    }
}
