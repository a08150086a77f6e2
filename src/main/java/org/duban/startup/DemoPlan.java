package org.duban.startup;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What is to happen to each key task of the demo, seen from the day on which the story ends. */
@Component
class DemoPlan {

    /** What is handed in within these days before the end stays undecided, so that there is work to see. */
    static final int LAST_DAYS = 4;

    /** An eighth is overdue, some are due soon, most run on for months. */
    LocalDate dueOn(String directive, String row, LocalDate endsOn) {
        int chance = Fate.of(100, "due", directive, row);
        int spread = Fate.of(1000, "due-day", directive, row);
        if (chance < 12) {
            return endsOn.minusDays(2 + spread % 70);
        }
        if (chance < 20) {
            return endsOn.plusDays(spread % 10);
        }
        if (chance < 50) {
            return endsOn.plusDays(20 + spread % 100);
        }
        return endsOn.plusDays(121 + spread % 420);
    }

    /** The day from which the lead applies for completion; far away for most, just now for those that are due soon. */
    LocalDate completesOn(String directive, String row, LocalDate dueOn, LocalDate endsOn) {
        if (!dueOn.isBefore(endsOn) && dueOn.isBefore(endsOn.plusDays(10))) {
            return endsOn.minusDays(LAST_DAYS);
        }
        int chance = Fate.of(100, "completion", directive, row);
        if (chance < 35) {
            return dueOn.minusDays(Fate.of(12, "early", directive, row));
        }
        return chance < 50 ? dueOn.plusDays(1 + Fate.of(20, "late", directive, row)) : LocalDate.MAX;
    }
}
