package org.duban.ladder.ui;

import static org.duban.ladder.ui.LadderTexts.text;
import static org.duban.ui.Prose.soft;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.ladder.EscalationStep;
import org.duban.ladder.LadderRecords;
import org.duban.ladder.LadderRecords.Standing;
import org.duban.ladder.LadderRecords.Unreceived;
import org.duban.task.OverdueRow;
import org.duban.task.ui.OverdueExtra;
import org.duban.ui.Formats;
import org.duban.ui.Routes;

/** What stands high on the ladder, above the list of what is overdue; and the button by which a supervisor urges. */
@org.springframework.stereotype.Component
class OverdueLadder implements OverdueExtra {

    /** 通报约谈. */
    private static final int SHOWN_FROM = 3;

    private static final int MOST = 20;

    private final LadderRecords records;
    private final UrgeDialog urging;
    private final CurrentCaller caller;
    private final Formats formats;

    OverdueLadder(LadderRecords records, UrgeDialog urging, CurrentCaller caller, Formats formats) {
        this.records = records;
        this.urging = urging;
        this.caller = caller;
        this.formats = formats;
    }

    /** Folded, since whoever comes here comes for the list below. */
    @Override
    public Optional<Component> above() {
        List<Standing> standing = records.standing(SHOWN_FROM, MOST + 1);
        List<Unreceived> unreceived = records.unreceived();
        if (standing.isEmpty() && unreceived.isEmpty()) {
            return Optional.empty();
        }
        Div block = new Div();
        block.addClassName("ladder-standing");
        if (!standing.isEmpty()) {
            UnorderedList list = new UnorderedList();
            standing.stream().limit(MOST).forEach(each -> list.add(line(each)));
            Div content = new Div(list);
            if (standing.size() > MOST) {
                content.add(soft(text("ladder.standing.more", MOST)));
            }
            String number = standing.size() > MOST ? MOST + "+" : String.valueOf(standing.size());
            block.add(new Details(text("ladder.standing", number), content));
        }
        if (!unreceived.isEmpty()) {
            block.add(new Details(
                    text(
                            "ladder.unreceived",
                            unreceived.stream().mapToInt(Unreceived::number).sum()),
                    soft(unreceived.stream()
                            .map(each -> text("ladder.unreceived.of", each.departmentName(), each.number()))
                            .collect(Collectors.joining(text("ladder.unreceived.separator"))))));
        }
        return Optional.of(block);
    }

    private ListItem line(Standing standing) {
        EscalationStep step = standing.step();
        return new ListItem(
                LadderTexts.level(step.level()),
                new Anchor(Routes.task(step.task().value()), text("task.title", standing.no(), standing.title())),
                soft(LadderTexts.subject(step)),
                soft(text("ladder.standing.since", formats.day(step.dueOn()), step.workingDaysLate())));
    }

    @Override
    public Optional<Component> action(OverdueRow row, Runnable changed) {
        if (!caller.get().is(Role.SUPERVISOR)) {
            return Optional.empty();
        }
        Button urge = new Button(
                text("ladder.action.urge"), click -> urging.open(row.row().duties(), changed));
        urge.setAriaLabel(text("ladder.urge.of", row.row().task().title()));
        urge.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
        urge.addClassName("not-printed");
        return Optional.of(urge);
    }
}
