package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.stream.Collectors;
import org.duban.task.Dispute;
import org.duban.ui.Formats;

/** A dispute as its readers see it: the reason, with whom it was talked over, what is proposed, and who signed it. */
@org.springframework.stereotype.Component
class DisputeWords {

    private final Formats formats;

    DisputeWords(Formats formats) {
        this.formats = formats;
    }

    Component of(Component page, Dispute dispute) {
        Div words = new Div(Choices.quote(
                page,
                dispute.reason(),
                formats.actor(dispute.raisedBy(), dispute.raisedFor()),
                formats.moment(dispute.raisedAt())));
        words.addClassName("dispute-words");
        if (!dispute.coordination().isEmpty()) {
            words.add(line(page.getTranslation(
                    "task.dispute.coordinated",
                    dispute.coordination().stream()
                            .map(each -> page.getTranslation(
                                    "task.dispute.coordinated.with",
                                    each.departmentName(),
                                    formats.day(each.on()),
                                    page.getTranslation("coordination." + each.result())))
                            .collect(Collectors.joining(page.getTranslation("list.separator"))))));
        } else if (dispute.nobodyConcerned()) {
            words.add(line(
                    page.getTranslation("task.dispute.coordinated", page.getTranslation("task.coordination.nobody"))));
        }
        if (dispute.proposal() != null) {
            words.add(line(page.getTranslation("task.dispute.proposed", proposed(page, dispute.proposal()))));
        }
        if (dispute.signedBy() != null
                && !dispute.takenUp()
                && !dispute.signedBy().equals(dispute.raisedBy())) {
            words.add(line(page.getTranslation("task.dispute.signedBy", dispute.signedBy())));
        }
        return words;
    }

    private static String proposed(Component page, Dispute.Proposal proposal) {
        String role = proposal.role() == null ? null : page.getTranslation("dutyRole." + proposal.role());
        if (proposal.department() == null) {
            return role;
        }
        return role == null
                ? proposal.departmentName()
                : page.getTranslation("task.dispute.proposed.both", proposal.departmentName(), role);
    }

    private static Span line(String text) {
        Span line = new Span(text);
        line.addClassNames("soft", "dispute-line");
        return line;
    }
}
