package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.duban.task.Completion;
import org.duban.task.Duty;
import org.duban.task.KeyTask;
import org.duban.task.KeyTaskDetails;
import org.duban.ui.Formats;

/** A department applies for completion, and the supervisor verifies it. */
@org.springframework.stereotype.Component
class CompletionAction implements TaskAction {

    private final TaskDialogs dialogs;
    private final Formats formats;

    CompletionAction(TaskDialogs dialogs, Formats formats) {
        this.dialogs = dialogs;
        this.formats = formats;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public List<Component> choices(Component page, KeyTaskDetails details, Runnable changed) {
        if (!details.task().open()) {
            return List.of();
        }
        List<Component> choices = new ArrayList<>();
        Duty own = details.actsForDuty();
        if (own != null && own.state() == Duty.State.ACKNOWLEDGED && own.reports()) {
            choices.add(toFinish(page, details, changed));
        }
        if (details.supervised()) {
            undecided(details)
                    .map(completion -> ofCompletion(page, details, completion, changed))
                    .ifPresent(choices::add);
        }
        return choices;
    }

    private Component toFinish(Component page, KeyTaskDetails details, Runnable changed) {
        if (details.task().state() == KeyTask.State.RUNNING) {
            Button apply = new Button(
                    page.getTranslation("task.action.apply"), click -> dialogs.apply(details.actsForDuty(), changed));
            return Choices.choice(page.getTranslation("task.now.apply"), null, apply);
        }
        String applied = undecided(details)
                .map(completion -> page.getTranslation(
                        "task.now.applied", completion.departmentName(), formats.moment(completion.appliedAt())))
                .orElse("");
        return Choices.choice(applied, null);
    }

    private Component ofCompletion(Component page, KeyTaskDetails details, Completion completion, Runnable changed) {
        return Choices.choice(
                page.getTranslation("task.now.verify", completion.departmentName()),
                Choices.quote(
                        page, completion.statement(), completion.appliedBy(), formats.moment(completion.appliedAt())),
                Choices.primary(
                        page.getTranslation("task.action.close"),
                        () -> dialogs.close(completion, details.unfinished(), changed)),
                new Button(
                        page.getTranslation("task.action.sendBack"), click -> dialogs.sendBack(completion, changed)));
    }

    private static Optional<Completion> undecided(KeyTaskDetails details) {
        return details.completions().stream()
                .filter(completion -> completion.decidedAt() == null)
                .findFirst();
    }
}
