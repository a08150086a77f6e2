package org.duban.report;

import java.util.List;
import org.duban.base.WorkingCalendar;
import org.duban.task.DutyReports;
import org.duban.task.KeyTaskId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Urges cooperating departments whose contributions are late, as {@link LateReports} does for reports. */
@Service
@Transactional
public class LateContributions {

    /** A late contribution that nobody was urged for, and its key task. */
    public record Late(ContributionId id, KeyTaskId task) {}

    private final ContributionRepository contributions;
    private final DutyReports duties;
    private final WorkingCalendar calendar;

    LateContributions(ContributionRepository contributions, DutyReports duties, WorkingCalendar calendar) {
        this.contributions = contributions;
        this.duties = duties;
        this.calendar = calendar;
    }

    /** The next ones in ascending order, behind {@code after}. */
    @Transactional(readOnly = true)
    public List<Late> lateAsSystem(ContributionId after, int limit) {
        return contributions.lateWithoutUrge(calendar.today(), after, limit);
    }

    /** Whether there is such a contribution. It is urged once, unless it was handed in or ended meanwhile. */
    public boolean urgeAsSystem(ContributionId id) {
        return contributions
                .find(id)
                .map(found -> {
                    duties.urgeContributionAsSystem(found.duty(), id.value(), found.dueOn(), () -> contributions
                            .find(id)
                            .filter(now -> now.state() == Contribution.State.OPEN)
                            .isPresent());
                    return true;
                })
                .orElse(false);
    }
}
