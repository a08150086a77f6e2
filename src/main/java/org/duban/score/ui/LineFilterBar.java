package org.duban.score.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.function.Consumer;
import org.duban.score.LineFilter;
import org.duban.score.ScoredTask;

/** Which lines of a department: all, those against it, those with an open appeal; and of which key task. */
class LineFilterBar extends Div {

    private final Select<LineFilter.Kind> kind = new Select<>();
    private final ComboBox<ScoredTask> task = new ComboBox<>();

    LineFilterBar(LineFilter shown, List<ScoredTask> tasks, Consumer<LineFilter> changed) {
        addClassNames("score-filters", "not-printed");
        kind.setLabel(getTranslation("scores.lines"));
        kind.setItems(LineFilter.Kind.values());
        kind.setItemLabelGenerator(each -> getTranslation("scores.lines." + each));
        kind.setValue(shown.kind());
        task.setLabel(getTranslation("scores.lines.task"));
        task.setPlaceholder(getTranslation("ledger.filter.any"));
        task.setItemLabelGenerator(each -> getTranslation("task.title", each.no(), each.title()));
        task.setItems(tasks);
        task.setClearButtonVisible(true);
        task.setValue(tasks.stream()
                .filter(each -> each.id().equals(shown.task()))
                .findFirst()
                .orElse(null));
        add(kind, task);
        kind.addValueChangeListener(change -> tell(changed));
        task.addValueChangeListener(change -> tell(changed));
    }

    private void tell(Consumer<LineFilter> changed) {
        changed.accept(new LineFilter(
                kind.getValue(),
                task.getValue() == null ? null : task.getValue().id()));
    }
}
