package org.duban.report.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.List;
import org.duban.report.Contribution;
import org.duban.ui.Formats;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;

/** What cooperating departments add to a report, and for what nobody waited. */
class ContributionList extends Div {

    private final Formats formats;

    ContributionList(List<Contribution> contributions, Formats formats) {
        this(contributions, formats, null);
    }

    /** @param take gets the text of one that shall go into the report; {@code null} where nothing is written */
    ContributionList(List<Contribution> contributions, Formats formats, SerializableConsumer<String> take) {
        this.formats = formats;
        addClassName("contributions");
        setVisible(!contributions.isEmpty());
        add(new H3(getTranslation("contribution.section")));
        contributions.forEach(each -> add(contribution(each, take)));
    }

    private Div contribution(Contribution contribution, SerializableConsumer<String> take) {
        Span department = new Span(contribution.departmentName());
        department.addClassName("contribution-department");
        Div heading = new Div(department, state(contribution));
        heading.addClassName("contribution-heading");
        if (contribution.late()) {
            heading.add(ReportTexts.late());
        }
        Span when = new Span(when(contribution));
        when.addClassName("hand-in-who");
        heading.add(when);
        Div row = new Div(heading);
        row.addClassName("contribution");
        if (contribution.body() != null) {
            Paragraph text = new Paragraph(contribution.body());
            text.addClassName("written-text");
            row.add(text);
            if (take != null) {
                Button button =
                        new Button(getTranslation("contribution.take"), click -> take.accept(contribution.body()));
                button.addThemeVariants(ButtonVariant.LUMO_SMALL);
                row.add(button);
            }
        }
        return row;
    }

    private String when(Contribution contribution) {
        return switch (contribution.state()) {
            case SUBMITTED -> contribution.submittedBy() + "  " + formats.moment(contribution.submittedAt());
            case NOT_WAITED_FOR ->
                getTranslation(
                        "contribution.notWaitedFor",
                        formats.day(contribution.dueOn()),
                        formats.moment(contribution.closedAt()));
            default -> getTranslation("contribution.due", formats.day(contribution.dueOn()));
        };
    }

    static StatusBadge state(Contribution contribution) {
        Tone tone =
                switch (contribution.state()) {
                    case OPEN, VOID -> Tone.NEUTRAL;
                    case SUBMITTED -> Tone.SUCCESS;
                    case NOT_WAITED_FOR -> Tone.WARNING;
                };
        return new StatusBadge(tone, ReportTexts.text("contributionState." + contribution.state()));
    }
}
