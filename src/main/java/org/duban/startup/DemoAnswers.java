package org.duban.startup;

import java.util.Optional;
import org.duban.base.WorkingCalendar;
import org.duban.ladder.ReceiptId;
import org.duban.ladder.Receipts;
import org.duban.report.ContributionId;
import org.duban.report.Contributions;
import org.duban.task.Countersignatures;
import org.springframework.stereotype.Component;

/** What the demo's departments do about what others ask of them, besides their own duties: today, later or never. */
@Component
class DemoAnswers {

    private final Contributions contributions;
    private final Countersignatures countersignatures;
    private final Receipts receipts;
    private final DemoTexts texts;
    private final WorkingCalendar calendar;

    DemoAnswers(
            Contributions contributions,
            Countersignatures countersignatures,
            Receipts receipts,
            DemoTexts texts,
            WorkingCalendar calendar) {
        this.contributions = contributions;
        this.countersignatures = countersignatures;
        this.receipts = receipts;
        this.texts = texts;
        this.calendar = calendar;
    }

    /** What is done today about a contribution, a countersignature or a notice; by its staff, and of a notice by its head. */
    Optional<Runnable> to(DemoLedger.Item item) {
        return switch (item.kind()) {
            case CONTRIBUTE -> contribution(item);
            case COUNTERSIGN -> countersignature(item);
            case RECEIVE_ESCALATION -> receipt(item);
            default -> throw new IllegalArgumentException(item.kind().name());
        };
    }

    /** Most in time, some too late for the lead. */
    private Optional<Runnable> contribution(DemoLedger.Item item) {
        int chance = Fate.of(100, "contribute", item.name(), item.dueOn().getMonthValue());
        return chance < 85 && waited(item, chance % 8)
                ? Optional.of(() -> contributions.submit(
                        new ContributionId(item.subjectId()),
                        texts.done(item.title(), 40, Fate.of(1000, "contribution", item.name()))))
                : Optional.empty();
    }

    /** Most agree within their days, a few never answer: then the supervisor goes on without them. */
    private Optional<Runnable> countersignature(DemoLedger.Item item) {
        int chance = Fate.of(100, "countersign", item.name());
        if (chance >= 95 || !waited(item, chance % 3)) {
            return Optional.empty();
        }
        return Optional.of(
                chance < 4 && item.firstClock()
                        ? () -> countersignatures.giveBack(
                                item.subjectId(), texts.phrase("sent-back", Fate.of(1000, "sent-back", item.name())))
                        : () -> countersignatures.agree(item.subjectId(), null));
    }

    /** Nearly all heads confirm within days; a few notices are forgotten. */
    private Optional<Runnable> receipt(DemoLedger.Item item) {
        int chance = Fate.of(
                100,
                "receive",
                item.name(),
                item.openedOn().getMonthValue(),
                item.openedOn().getDayOfMonth());
        return chance < 95 && waited(item, chance % 4)
                ? Optional.of(() -> receipts.receive(new ReceiptId(item.subjectId())))
                : Optional.empty();
    }

    private boolean waited(DemoLedger.Item item, int days) {
        return !calendar.today().isBefore(item.openedOn().plusDays(days));
    }
}
