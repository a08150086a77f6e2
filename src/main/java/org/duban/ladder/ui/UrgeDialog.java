package org.duban.ladder.ui;

import static org.duban.ladder.ui.LadderTexts.text;

import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.checkbox.CheckboxGroupVariant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.base.Refusal;
import org.duban.ladder.BatchUrges;
import org.duban.ladder.Urges;
import org.duban.task.Duty;
import org.duban.task.DutyId;
import org.duban.ui.Notices;
import org.duban.ui.ReasonDialog;
import org.springframework.stereotype.Component;

/** Asks whom of a key task to urge, and says who can't be urged, and why; it stays open where that is so for all. */
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
        List<Duty> asked = List.copyOf(chosen.getValue());
        Map<DutyId, Refusal> refused =
                urges.urgeAll(asked.stream().map(Duty::id).toList(), words);
        if (refused.size() == asked.size()) {
            throw asked.size() == 1
                    ? refused.values().iterator().next()
                    : new Refusal("ladder.urge.nobody", reasons(asked, refused));
        }
        if (refused.isEmpty()) {
            Notices.done("ladder.done.urged", asked.size());
        } else {
            // the page is read again, which ends the dialog: what did not go stands in the notice
            Notices.refused(new Refusal(
                    "ladder.urge.some",
                    names(asked.stream().filter(duty -> !refused.containsKey(duty.id()))),
                    reasons(asked, refused)));
        }
        changed.run();
    }

    private static String reasons(List<Duty> asked, Map<DutyId, Refusal> refused) {
        return asked.stream()
                .filter(duty -> refused.containsKey(duty.id()))
                .map(duty -> text(
                        "ladder.urge.notUrged",
                        duty.departmentName(),
                        text(
                                refused.get(duty.id()).messageKey(),
                                refused.get(duty.id()).arguments())))
                .collect(Collectors.joining(" "));
    }

    private static String names(Stream<Duty> duties) {
        return duties.map(Duty::departmentName).collect(Collectors.joining(text("ladder.unreceived.separator")));
    }
}
