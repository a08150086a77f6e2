package org.duban.task.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Optional;
import org.duban.task.Acknowledgements;
import org.duban.task.GivenVerdict;
import org.duban.task.KeyTaskId;
import org.duban.task.Verdict;
import org.duban.task.Verdicts;
import org.duban.ui.Notices;
import org.duban.ui.ReasonDialog;
import org.springframework.stereotype.Component;

/** Asks a supervisor how the work stands, and why. */
@Component
class VerdictDialogs {

    private final Verdicts verdicts;

    VerdictDialogs(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** @param last what the supervisor has on the screen */
    void give(KeyTaskId task, Optional<GivenVerdict> last, Runnable changed) {
        RadioButtonGroup<Verdict> verdict = new RadioButtonGroup<>(text("task.verdict.choice"));
        verdict.setItems(Verdict.ON_COURSE, Verdict.BEHIND, Verdict.FAR_BEHIND);
        verdict.setItemLabelGenerator(each -> text("verdict." + each));
        long read = last.map(GivenVerdict::id).orElse(Verdicts.NEVER);
        new ReasonDialog(text("task.verdict.title"), text("task.verdict.reason"), text("task.verdict.give"), words -> {
                    verdicts.give(task, read, verdict.getValue(), words);
                    Notices.done("task.verdict.done");
                    changed.run();
                })
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(text("task.verdict.hint"))
                .with(verdict, () -> verdict.getValue() != null)
                .open();
    }

    void takeBack(KeyTaskId task, GivenVerdict last, Runnable changed) {
        new ReasonDialog(
                        text("task.verdict.takeBack.title"),
                        text("task.verdict.takeBack.reason"),
                        text("task.verdict.takeBack"),
                        words -> {
                            verdicts.takeBack(task, last.id(), words);
                            Notices.done("task.verdict.takenBack.done");
                            changed.run();
                        })
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(text("task.verdict.takeBack.hint"))
                .open();
    }

    private static String text(String key) {
        return UI.getCurrent().getTranslation(key);
    }
}
