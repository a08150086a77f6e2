package org.duban.ladder.ui;

import static org.duban.ladder.ui.LadderTexts.text;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.base.Refusal;
import org.duban.ladder.BatchUrges;
import org.duban.ladder.Urges;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.ui.Notices;
import org.duban.ui.ReasonDialog;
import org.springframework.stereotype.Component;

/** Asks whom of a key task to urge. Where some can't be urged, it stays open with these, and says why. */
@Component
class UrgeDialog {

    private final BatchUrges urges;

    UrgeDialog(BatchUrges urges) {
        this.urges = urges;
    }

    void open(List<Duty> all, Runnable changed) {
        List<Duty> duties = all.stream()
                .filter(duty -> duty.state() != Duty.State.WITHDRAWN)
                .toList();
        CheckboxGroup<Duty> chosen = new CheckboxGroup<>(text("ladder.urge.whom"));
        chosen.addThemeVariants(CheckboxGroupVariant.LUMO_VERTICAL);
        chosen.setItems(duties);
        chosen.setItemLabelGenerator(
                duty -> text("ladder.urge.one", duty.departmentName(), text("dutyRole." + duty.role())));
        chosen.setValue(duties.stream()
                .filter(Duty::reports)
                .filter(duty -> duty.percent() == null || duty.percent() < 100)
                .collect(Collectors.toCollection(LinkedHashSet::new)));
        new ReasonDialog(
                        text("ladder.urge.title"),
                        text("ladder.urge.words"),
                        text("ladder.action.urge"),
                        words -> urge(chosen, words, changed))
                .explain(text("ladder.urge.hint"))
                .longest(Urges.LONGEST_WORDS)
                .with(chosen, () -> !chosen.getValue().isEmpty())
                .optional()
                .open();
    }

    private void urge(CheckboxGroup<Duty> chosen, String words, Runnable changed) {
        Set<Duty> asked = Set.copyOf(chosen.getValue());
        Map<DutyId, Refusal> refused =
                urges.urgeAll(asked.stream().map(Duty::id).toList(), words);
        int done = asked.size() - refused.size();
        if (done > 0) {
            Notices.done("ladder.done.urged", done);
            changed.run();
        }
        if (!refused.isEmpty()) {
            chosen.setValue(asked.stream()
                    .filter(duty -> refused.containsKey(duty.id()))
                    .collect(Collectors.toSet()));
            throw refused.values().iterator().next();
        }
    }
}
