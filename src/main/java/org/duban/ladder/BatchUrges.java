package org.duban.ladder;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duban.base.Refusal;
import org.duban.task.DutyId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Urges for many duties, each in a transaction of its own, so that one that can't be urged holds up no other. */
@Service
public class BatchUrges {

    private final Urges urges;

    BatchUrges(Urges urges) {
        this.urges = urges;
    }

    /**
     * @return those that were not urged, and why
     * @throws org.springframework.transaction.IllegalTransactionStateException within a transaction
     */
    @Transactional(propagation = Propagation.NEVER)
    public Map<DutyId, Refusal> urgeAll(List<DutyId> duties, String words) {
        Map<DutyId, Refusal> refused = new LinkedHashMap<>();
        for (DutyId duty : duties) {
            try {
                urges.urge(duty, words);
            } catch (Refusal refusal) {
                refused.put(duty, refusal);
            }
        }
        return refused;
    }
}
