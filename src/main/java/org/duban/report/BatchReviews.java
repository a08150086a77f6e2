package org.duban.report;

import java.util.ArrayList;
import java.util.List;
import org.duban.base.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Accepts many reports, each in a transaction of its own, so that one that can't be accepted holds up no other. */
@Service
public class BatchReviews {

    /** @param handIn the one that was on the screen, by {@link Submission#id} */
    public record Choice(ReportId report, long handIn) {}

    /** @param refusal why it was not accepted, or {@code null} if it was */
    public record Result(ReportId report, Refusal refusal) {}

    private final Reviews reviews;

    BatchReviews(Reviews reviews) {
        this.reviews = reviews;
    }

    /** @throws org.springframework.transaction.IllegalTransactionStateException within a transaction */
    @Transactional(propagation = Propagation.NEVER)
    public List<Result> acceptAll(List<Choice> choices) {
        List<Result> results = new ArrayList<>();
        for (Choice choice : choices) {
            ReportId report = choice.report();
            try {
                reviews.accept(report, choice.handIn(), null);
                results.add(new Result(report, null));
            } catch (Refusal refusal) {
                results.add(new Result(report, refusal));
            }
        }
        return results;
    }
}
