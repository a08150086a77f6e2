package org.duban.intake.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldVariant;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.duban.extraction.Range;
import org.duban.intake.ui.TextPieces.Kind;
import org.duban.intake.ui.TextPieces.Mark;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A source text of any length, of which the browser holds the part in view. What rows quote is marked in it, the current
 * row's quote stands out and is scrolled into view. A click on a marked sentence picks it; of a selection a new row can be
 * made.
 */
final class SourcePane extends Div {

    private static final String PIECE =
            """
            <div class="source-piece">${(item.parts ?? []).map(part => html`<span class="source-${part.kind}"
            data-start="${part.start}"
            @click="${() => { if (getSelection().isCollapsed) pick(part.start); }}">${part.text}</span>`)}</div>""";

    /** The list measures its pieces as they come into view, so that the place is only right after some frames. */
    private static final String SCROLL =
            """
            const list = this, until = performance.now() + 1500;
            const ask = this.scrollAsked = {};
            let jumped = false, still = 0;
            const settle = () => {
              if (list.scrollAsked !== ask || performance.now() > until) return;
              const mark = list.querySelector(`[data-start="${$1}"].source-${$2}`);
              const box = list.getBoundingClientRect();
              if (!mark) {
                if (!jumped && box.height > 0) { jumped = true; list.scrollToIndex($0); }
                requestAnimationFrame(settle);
                return;
              }
              const place = mark.getClientRects()[0] || mark.getBoundingClientRect();
              if (place.top < box.top + 16 || place.bottom > box.bottom - Math.min(120, box.height / 3)) {
                list.scrollTop += place.top - box.top - box.height / 4;
                still = 0;
              } else {
                still++;
              }
              if (still < 6) requestAnimationFrame(settle);
            };
            requestAnimationFrame(settle);
            """;

    private static final String TELL_SELECTION =
            """
            const place = (node, offset) => {
              const part = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest('[data-start]');
              if (!part || !this.contains(part)) return -1;
              const before = document.createRange();
              before.selectNodeContents(part);
              before.setEnd(node, offset);
              return Number(part.dataset.start) + before.toString().length;
            };
            this.addEventListener('mouseup', () => setTimeout(() => {
              const selection = getSelection();
              let ends = [-1, -1];
              if (!selection.isCollapsed && this.contains(selection.anchorNode)) {
                ends = [place(selection.anchorNode, selection.anchorOffset),
                        place(selection.focusNode, selection.focusOffset)].sort((one, other) => one - other);
              }
              this.dispatchEvent(new CustomEvent('source-selected', { detail: { start: ends[0], end: ends[1] } }));
            }));
            """;

    private final VirtualList<Integer> list = new VirtualList<>();
    private final TextField search = new TextField();
    private final Div selectionBar = new Div();
    private final Span selectionText = new Span();
    private transient TextPieces text = new TextPieces("");
    private transient List<Mark> quoted = List.of();
    private transient List<Mark> current = List.of();
    private transient Range found;
    private transient Range selected;

    private SerializableConsumer<Integer> picked = place -> {};

    SourcePane() {
        addClassName("source-pane");
        list.addClassName("source-text");
        list.setRenderer(LitRenderer.<Integer>of(PIECE)
                .withProperty("parts", this::parts)
                .withFunction(
                        "pick",
                        (piece, arguments) -> picked.accept(arguments.get(0).asInt())));
        search.setPlaceholder(getTranslation("intake.source.search"));
        search.setAriaLabel(getTranslation("intake.source.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.addThemeVariants(TextFieldVariant.LUMO_SMALL);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> findNext(0));
        search.addKeyPressListener(
                com.vaadin.flow.component.Key.ENTER, enter -> findNext(found == null ? 0 : found.end()));
        Div heading = new Div(new H3(getTranslation("intake.source")), search);
        heading.addClassName("pane-heading");
        selectionBar.addClassName("source-selection");
        selectionBar.setVisible(false);
        add(heading, selectionBar, list);
    }

    /** @param listener gets the place in the text that was clicked */
    void onPicked(SerializableConsumer<Integer> listener) {
        picked = listener;
    }

    /** Offers to make something of a selection; to be called once. */
    void onSelection(String label, SerializableConsumer<Range> use) {
        Button button = new Button(label, VaadinIcon.PLUS.create(), click -> {
            Range range = selected;
            select(null);
            use.accept(range);
        });
        button.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_PRIMARY);
        selectionBar.add(selectionText, button);
        list.addAttachListener(attached -> list.getElement().executeJs(TELL_SELECTION));
        list.getElement()
                .addEventListener("source-selected", event -> {
                    int start = event.getEventData().get("event.detail.start").asInt();
                    int end = event.getEventData().get("event.detail.end").asInt();
                    select(start < 0 || end <= start || end > text.length() ? null : new Range(start, end));
                })
                .addEventData("event.detail.start")
                .addEventData("event.detail.end");
    }

    private void select(Range range) {
        if (!Objects.equals(range, selected)) {
            selected = range;
            selectionBar.setVisible(range != null);
            selectionText.setText(range == null ? "" : getTranslation("intake.source.selected", range.length()));
        }
    }

    /** @param source the whole text */
    void show(String source) {
        text = new TextPieces(source);
        quoted = List.of();
        current = List.of();
        found = null;
        list.setItems(IntStream.range(0, text.pieces()).boxed().toList());
    }

    /** What rows stand for. */
    void mark(List<Range> quotes) {
        List<Mark> marks = marks(quotes, Kind.QUOTED);
        if (!marks.equals(quoted)) {
            quoted = marks;
            list.getDataProvider().refreshAll();
        }
    }

    /** Makes these places, and only these, stand out, and scrolls to the first. */
    void highlight(List<Range> ranges) {
        List<Mark> before = current;
        current = marks(ranges, Kind.CURRENT);
        refresh(before);
        refresh(current);
        scroll();
    }

    /** Scrolls to what stands out; needed when the pane itself comes into view. */
    void scroll() {
        if (!current.isEmpty()) {
            scrollTo(current.getFirst());
        }
    }

    private void scrollTo(Mark mark) {
        int start = mark.range().start();
        int piece = text.pieceAt(start);
        text.parts(piece, allMarks()).stream()
                .filter(part -> part.start() >= start && part.kind() == mark.kind())
                .findFirst()
                .ifPresent(part -> list.getElement().executeJs(SCROLL, piece, part.start(), css(mark.kind())));
    }

    private void findNext(int after) {
        Range before = found;
        String words = search.getValue().strip();
        found = words.isEmpty() ? null : text.find(words, after);
        search.setInvalid(!words.isEmpty() && found == null);
        if (before != null) {
            refresh(List.of(new Mark(before, Kind.FOUND)));
        }
        if (found != null) {
            Mark mark = new Mark(found, Kind.FOUND);
            refresh(List.of(mark));
            scrollTo(mark);
        }
    }

    private void refresh(List<Mark> marks) {
        for (Mark mark : marks) {
            int last = text.pieceAt(Math.max(mark.range().start(), mark.range().end() - 1));
            for (int piece = text.pieceAt(mark.range().start()); piece <= last; piece++) {
                list.getDataProvider().refreshItem(piece);
            }
        }
    }

    private List<Mark> marks(List<Range> ranges, Kind kind) {
        return ranges.stream()
                .filter(range -> range.end() <= text.length() && range.length() > 0)
                .map(range -> new Mark(range, kind))
                .toList();
    }

    private List<Mark> allMarks() {
        List<Mark> marks = new ArrayList<>(quoted);
        marks.addAll(current);
        if (found != null) {
            marks.add(new Mark(found, Kind.FOUND));
        }
        return marks;
    }

    private List<ObjectNode> parts(Integer piece) {
        return text.parts(piece, allMarks()).stream()
                .map(part -> JsonNodeFactory.instance
                        .objectNode()
                        .put("text", part.text())
                        .put("start", part.start())
                        .put("kind", css(part.kind())))
                .toList();
    }

    private static String css(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
