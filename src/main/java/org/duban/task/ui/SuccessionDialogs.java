package org.duban.task.ui;

import static org.duban.ui.Prose.soft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.radiobutton.RadioGroupVariant;
import com.vaadin.flow.data.renderer.ComponentRenderer;
import java.util.ArrayList;
import java.util.List;
import org.duban.organisation.Department;
import org.duban.organisation.Resolution;
import org.duban.organisation.Succession;
import org.duban.task.Acknowledgements;
import org.duban.task.SuccessionProposal;
import org.duban.task.Successions;
import org.duban.ui.DepartmentPicker;
import org.duban.ui.Formats;
import org.duban.ui.Notices;
import org.duban.ui.ReasonDialog;

/** Asks who takes over the duty of an abolished department, or why it stays. */
@org.springframework.stereotype.Component
class SuccessionDialogs {

    private static final String[] ABOUT_THE_SUCCESSOR = {
        "refusal.dispute.departmentTaken", "refusal.dispute.unstaffed", "refusal.succession.abolished"
    };

    private final Successions successions;
    private final DepartmentPicker departments;
    private final Formats formats;

    SuccessionDialogs(Successions successions, DepartmentPicker departments, Formats formats) {
        this.successions = successions;
        this.departments = departments;
        this.formats = formats;
    }

    /** Day and document of the reform, and what the register notes about who has what. */
    Component why(Component page, SuccessionProposal proposal) {
        Div lines = new Div();
        lines.addClassName("succession-why");
        Department predecessor = proposal.predecessor();
        List<String> facts = new ArrayList<>();
        facts.add(
                predecessor.abolishedOn() == null
                        ? page.getTranslation(
                                "task.succession.inYear",
                                predecessor.abolishedYear().toString())
                        : page.getTranslation("task.succession.on", formats.day(predecessor.abolishedOn())));
        proposal.heirs().stream()
                .map(heir -> heir.path().getFirst().source())
                .filter(source -> source != null)
                .findFirst()
                .ifPresent(facts::add);
        lines.add(soft(String.join(page.getTranslation("task.succession.separator"), facts)));
        if (predecessor.note() != null) {
            lines.add(soft(predecessor.note()));
        }
        return lines;
    }

    void accept(SuccessionProposal proposal, Runnable changed) {
        if (proposal.heirs().isEmpty()) {
            ComboBox<Department> anybody = departments.staffed(text("task.succeed.department"));
            anybody.setRequiredIndicatorVisible(true);
            anybody.setWidthFull();
            dialog(proposal, anybody, changed)
                    .with(anybody, () -> anybody.getValue() != null)
                    .refusedAt(anybody, ABOUT_THE_SUCCESSOR)
                    .open();
            return;
        }
        RadioButtonGroup<Department> heirs = new RadioButtonGroup<>(text("task.succeed.department"));
        heirs.addThemeVariants(RadioGroupVariant.LUMO_VERTICAL);
        heirs.setItems(
                proposal.heirs().stream().map(Resolution.Heir::department).toList());
        heirs.setRenderer(new ComponentRenderer<>(department -> choice(proposal, department)));
        // several share what was one body's: which of them is meant here is for the supervisor to say
        if (proposal.heirs().size() == 1) {
            heirs.setValue(proposal.heirs().getFirst().department());
        }
        dialog(proposal, heirs, changed)
                .with(heirs, () -> heirs.getValue() != null)
                .refusedAt(heirs, ABOUT_THE_SUCCESSOR)
                .open();
    }

    private ReasonDialog dialog(SuccessionProposal proposal, HasValue<?, Department> successor, Runnable changed) {
        return new ReasonDialog(
                        text("task.succeed.title", proposal.predecessor().shortName()),
                        text("task.succeed.opinion"),
                        text("task.action.succeed"),
                        words -> {
                            successions.accept(
                                    proposal.duty(), successor.getValue().id(), words);
                            Notices.done(
                                    "task.done.succeeded", successor.getValue().shortName());
                            changed.run();
                        })
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(text("task.succeed.hint"))
                .optional();
    }

    void decline(SuccessionProposal proposal, Runnable changed) {
        new ReasonDialog(
                        text("task.leave.title", proposal.predecessor().shortName()),
                        text("task.reason"),
                        text("task.action.leave"),
                        words -> {
                            successions.decline(proposal.duty(), words);
                            Notices.done("task.done.left");
                            changed.run();
                        })
                .longest(Acknowledgements.LONGEST_REASON)
                .explain(text("task.leave.hint"))
                .open();
    }

    private static Div choice(SuccessionProposal proposal, Department department) {
        Div choice = new Div(new Span(department.shortName()));
        choice.addClassName("outcome-choice");
        proposal.heirs().stream()
                .filter(heir -> heir.department().equals(department))
                .flatMap(heir -> heir.path().stream())
                .map(Succession::note)
                .filter(note -> note != null)
                .forEach(note -> choice.add(soft(note)));
        return choice;
    }

    private static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
