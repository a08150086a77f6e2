package org.duban.score.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.duban.score.LedgerId;
import org.duban.score.ScoreLedger;
import org.duban.task.DirectiveChoice;
import org.duban.task.KeyTasks;
import org.duban.ui.Formats;

/** Year, directive and ledger. */
class ScoreFilterBar extends Div {

    private static final int YEARS = 5;

    private final KeyTasks tasks;
    private final Formats formats;
    private final Select<Integer> year = new Select<>();
    private final ComboBox<DirectiveChoice> directive = new ComboBox<>();
    private final Select<LedgerId> ledger = new Select<>();
    private final int thisYear;
    private ScoreAddress shown;
    private boolean showing;

    ScoreFilterBar(KeyTasks tasks, Formats formats, int thisYear, Consumer<ScoreAddress> changed) {
        this.tasks = tasks;
        this.formats = formats;
        this.thisYear = thisYear;
        addClassNames("score-filters", "not-printed");
        year.setLabel(getTranslation("scores.filter.year"));
        directive.setLabel(getTranslation("ledger.filter.directive"));
        directive.setPlaceholder(getTranslation("ledger.filter.any"));
        directive.setItemLabelGenerator(DirectiveChoice::label);
        directive.setItemsWithFilterConverter(
                query -> tasks.directives(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream(),
                typed -> typed);
        directive.setClearButtonVisible(true);
        ledger.setLabel(getTranslation("scores.filter.ledger"));
        add(year, directive, ledger);
        year.addValueChangeListener(change -> tell(changed));
        directive.addValueChangeListener(change -> tell(changed));
        ledger.addValueChangeListener(change -> tell(changed));
    }

    private void tell(Consumer<ScoreAddress> changed) {
        if (!showing && year.getValue() != null && ledger.getValue() != null) {
            changed.accept(new ScoreAddress(
                    ledger.getValue(),
                    year.getValue(),
                    directive.getValue() == null ? null : directive.getValue().id(),
                    shown.department(),
                    shown.which(),
                    thisYear));
        }
    }

    void show(ScoreAddress address, List<ScoreLedger> ledgers) {
        showing = true;
        try {
            shown = address;
            year.setItems(IntStream.concat(
                            IntStream.of(address.year()),
                            IntStream.range(0, YEARS).map(back -> thisYear - back))
                    .distinct()
                    .boxed()
                    .sorted((one, other) -> other - one)
                    .toList());
            year.setValue(address.year());
            directive.setValue(
                    address.directive() == null
                            ? null
                            : tasks.directive(address.directive()).orElse(null));
            ledger.setItemLabelGenerator(id -> ledgers.stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .map(this::label)
                    .orElse(getTranslation("scores.ledger.running")));
            List<LedgerId> ids = Stream.concat(
                            Stream.of(LedgerId.RUNNING), ledgers.stream().map(ScoreLedger::id))
                    .toList();
            ledger.setItems(ids);
            ledger.setValue(ids.stream()
                    .filter(id -> Objects.equals(id, address.ledger()))
                    .findFirst()
                    .orElse(LedgerId.RUNNING));
            ledger.setVisible(!ledgers.isEmpty());
        } finally {
            showing = false;
        }
    }

    private String label(ScoreLedger made) {
        return getTranslation(
                made.finished() ? "scores.ledger.made" : "scores.ledger.unfinished",
                formats.moment(made.startedAt()),
                made.ruleVersion(),
                made.note());
    }
}
