package org.duban.task;

import java.util.ArrayList;
import java.util.List;
import org.duban.base.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Signs for many duties, each in a transaction of its own, so that one that can't be signed for holds up no other. */
@Service
public class BatchAcknowledgements {

    /** @param refusal why it was not signed for, or {@code null} if it was */
    public record Result(DutyId duty, Refusal refusal) {}

    private final Acknowledgements acknowledgements;

    BatchAcknowledgements(Acknowledgements acknowledgements) {
        this.acknowledgements = acknowledgements;
    }

    /**
     * Answers for each of the duties, in their order.
     *
     * @throws org.springframework.transaction.IllegalTransactionStateException within a transaction
     */
    @Transactional(propagation = Propagation.NEVER)
    public List<Result> acknowledgeAll(List<DutyId> duties) {
        List<Result> results = new ArrayList<>();
        for (DutyId duty : duties) {
            try {
                acknowledgements.acknowledge(duty);
                results.add(new Result(duty, null));
            } catch (Refusal refusal) {
                results.add(new Result(duty, refusal));
            }
        }
        return results;
    }
}
