package org.duban.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.duban.base.Refusal;

/** Asks where in its text a row shall be cut. */
final class SplitDialog extends Dialog {

    private static final String ENDS = "。；！？;!?\n";

    private final String text;
    private final List<Integer> places;
    private final List<Span> sentences = new ArrayList<>();
    private final List<NativeButton> cuts = new ArrayList<>();
    private final Span refused = new Span();
    private final Button confirm;
    private final TreeSet<Integer> chosen = new TreeSet<>();

    /**
     * @param proposed places at which a part begins that names somebody of its own; chosen at first
     * @param split gets the places in the text, ascending; a {@link Refusal} from it is shown in the dialog
     */
    SplitDialog(String heading, String text, List<Integer> proposed, SerializableConsumer<List<Integer>> split) {
        this.text = text;
        TreeSet<Integer> all = new TreeSet<>(places(text));
        all.addAll(proposed);
        this.places = List.copyOf(all);
        addClassName("split-dialog");
        setHeaderTitle(getTranslation("intake.split.title", heading));
        setWidth("min(44rem, calc(100vw - 2rem))");
        Paragraph explanation = new Paragraph(
                getTranslation(places.isEmpty() ? "intake.split.impossible" : "intake.split.explanation"));
        explanation.addClassName("dialog-explanation");
        refused.addClassName("dialog-refusal");
        refused.getElement().setAttribute("role", "alert");
        refused.setVisible(false);
        confirm = new Button(getTranslation("intake.split"), click -> run(split));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        confirm.setEnabled(false);
        add(explanation, body(), refused);
        proposed.stream().map(places::indexOf).forEach(this::toggle);
        getFooter().add(new Button(getTranslation("action.cancel"), click -> close()), confirm);
    }

    private Div body() {
        Div body = new Div();
        body.addClassName("split-text");
        int start = 0;
        for (int cut = 0; cut <= places.size(); cut++) {
            int end = cut < places.size() ? places.get(cut) : text.length();
            Span sentence = new Span(text.substring(start, end));
            sentences.add(sentence);
            body.add(sentence);
            if (cut < places.size()) {
                body.add(cutButton(cut));
            }
            start = end;
        }
        return body;
    }

    private NativeButton cutButton(int cut) {
        NativeButton button = new NativeButton(getTranslation("intake.split.here"), click -> toggle(cut));
        button.addClassName("split-cut");
        cuts.add(button);
        return button;
    }

    private void toggle(int cut) {
        if (!chosen.remove(cut)) {
            chosen.add(cut);
        }
        for (int index = 0; index < sentences.size(); index++) {
            sentences
                    .get(index)
                    .setClassName("split-second", chosen.headSet(index).size() % 2 == 1);
        }
        for (int index = 0; index < cuts.size(); index++) {
            cuts.get(index).setClassName("split-chosen", chosen.contains(index));
        }
        confirm.setEnabled(!chosen.isEmpty());
        confirm.setText(
                chosen.isEmpty()
                        ? getTranslation("intake.split")
                        : getTranslation("intake.split.into", chosen.size() + 1));
    }

    private void run(SerializableConsumer<List<Integer>> split) {
        try {
            split.accept(chosen.stream().map(places::get).toList());
            close();
        } catch (Refusal refusal) {
            refused.setText(getTranslation(refusal.messageKey(), refusal.arguments()));
            refused.setVisible(true);
        }
    }

    /** Behind each sentence but the last. */
    static List<Integer> places(String text) {
        List<Integer> places = new ArrayList<>();
        for (int index = 1; index < text.length(); index++) {
            boolean ended = ENDS.indexOf(text.charAt(index - 1)) >= 0;
            if (ended
                    && ENDS.indexOf(text.charAt(index)) < 0
                    && !text.substring(index).isBlank()) {
                places.add(index);
            }
        }
        return places;
    }
}
