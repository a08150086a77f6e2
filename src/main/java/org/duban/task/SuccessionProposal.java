package org.duban.task;

import java.time.Instant;
import java.util.List;
import org.duban.organisation.Department;
import org.duban.organisation.Resolution;

/**
 * That a duty of an abolished department should go to one of its heirs; the supervisor decides.
 *
 * @param heirs as the register knows them today, the main one first; may be empty
 */
public record SuccessionProposal(DutyId duty, Department predecessor, List<Resolution.Heir> heirs, Instant proposedAt) {

    public SuccessionProposal {
        heirs = List.copyOf(heirs);
    }
}
