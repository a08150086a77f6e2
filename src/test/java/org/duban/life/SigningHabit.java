package org.duban.life;

import java.util.List;
import java.util.Set;
import org.duban.inbox.ItemKind;
import org.duban.organisation.Register;
import org.duban.task.Acknowledgements;
import org.duban.task.DutyId;
import org.duban.task.Successions;
import org.duban.task.TimelineEntry.Kind;
import org.springframework.stereotype.Component;

/** Departments sign; the supervisor decides about duties of departments that are no more. */
@Component
class SigningHabit implements Habit {

    private final Acknowledgements acknowledgements;
    private final Successions successions;
    private final Register register;

    SigningHabit(Acknowledgements acknowledgements, Successions successions, Register register) {
        this.acknowledgements = acknowledgements;
        this.successions = successions;
        this.register = register;
    }

    @Override
    public int order() {
        return 12;
    }

    @Override
    public void day(Crowd crowd) {
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.DECIDE_SUCCESSION))) {
            succeed(crowd, item);
        }
        for (Crowd.Item item : crowd.items(Set.of(ItemKind.ACKNOWLEDGE))) {
            if (crowd.chance(45)) {
                DutyId duty = new DutyId(item.subject());
                crowd.act(
                        crowd.staff(item.department()),
                        "sign",
                        Traces.of(Kind.ACKNOWLEDGED),
                        () -> acknowledgements.acknowledge(duty));
            }
        }
    }

    private void succeed(Crowd crowd, Crowd.Item item) {
        DutyId duty = new DutyId(item.subject());
        register.heirs(Set.of(item.about()), crowd.today()).getOrDefault(item.about(), List.of()).stream()
                .findFirst()
                .ifPresentOrElse(
                        heir -> crowd.act(
                                crowd.supervisor(),
                                "accept a successor",
                                Traces.of(Kind.DUTY_SUCCEEDED),
                                () -> successions.accept(duty, heir.department().id(), null)),
                        () -> crowd.act(
                                crowd.supervisor(),
                                "decline a succession",
                                Traces.of(Kind.SUCCESSION_DECLINED),
                                () -> successions.decline(duty, "职责未划转")));
    }
}
