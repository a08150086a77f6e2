package org.duban.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.duban.directive.Target;

/**
 * All facts of a key task that its page shows.
 *
 * @param parent the key task of which this one is a part; {@code null} for what comes from a row
 * @param directiveLabel document number or title
 * @param text the whole task, or {@code null} where the table has titles alone
 * @param duties in the order of the document, withdrawn ones too
 * @param shares of the duties that were split, the percentages that count for them: the means of their sub-tasks
 * @param disputes open ones
 * @param successions what is proposed now about duties of abolished departments, for those who decide on it
 * @param completions oldest first
 * @param closings how it ended, each time, the oldest first
 * @param daysLate 0 while in time
 * @param actsForDuty the caller's own duty, or {@code null}
 * @param supervised whether the caller decides on this key task
 */
public record KeyTaskDetails(
        KeyTask task,
        ParentTask parent,
        String directiveTitle,
        String directiveLabel,
        String text,
        List<Duty> duties,
        Map<DutyId, Integer> shares,
        List<Target> targets,
        List<Dispute> disputes,
        List<SuccessionProposal> successions,
        List<Completion> completions,
        List<Closing> closings,
        int daysLate,
        Duty actsForDuty,
        boolean supervised) {

    /** The application for completion that is being dealt with. */
    public Optional<Completion> application() {
        return completions.stream()
                .filter(completion -> completion.decidedAt() == null)
                .findFirst();
    }

    /** Duties that report, with less than 100 % accepted or done in sub-tasks: what speaks against a verdict of done. */
    public List<Duty> unfinished() {
        return duties.stream()
                .filter(Duty::reports)
                .filter(duty -> shares.getOrDefault(duty.id(), duty.percent() == null ? 0 : duty.percent()) < 100)
                .toList();
    }
}
