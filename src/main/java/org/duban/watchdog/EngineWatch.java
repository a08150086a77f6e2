package org.duban.watchdog;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the watchdog must know of the engine, and ask of it. */
public interface EngineWatch {

    /** Where the process waits for a person. */
    enum Stage {
        /** Subject: the duty. */
        ACKNOWLEDGE,
        /** Subject: the duty. */
        SIGN_DISPUTE,
        /** Subject: the duty. */
        DECIDE_DISPUTE,
        /** Subject: the transfer. */
        DECIDE_TRANSFER,
        /** Subject: the report. */
        WRITE_REPORT,
        /** Subject: the contribution. */
        WRITE_CONTRIBUTION,
        /** Subject: the report. */
        APPROVE_REPORT,
        /** Subject: the report. */
        REVIEW_REPORT,
        /** Subject: the extension. */
        SIGN_EXTENSION,
        /** Subject: the extension. */
        DECIDE_EXTENSION,
        /** Subject: the appeal. */
        DECIDE_SCORE_APPEAL,
        /** Subject: the instruction. */
        ASSIGN_INSTRUCTION,
        /** Subject: the department's answer. */
        ANSWER_INSTRUCTION,
        /** Subject: the instruction. */
        REPORT_INSTRUCTION,
        /** Subject: the instruction. */
        CONFIRM_INSTRUCTION,
        /** Subject: the receipt. */
        RECEIVE_ESCALATION,
        /** Subject: the urge. */
        RECEIVE_URGE,
        /** Subject: the key task. */
        APPLY_FOR_COMPLETION,
        /** Subject: the countersignature. */
        COUNTERSIGN,
        /** Subject: the key task. */
        VERIFY_COMPLETION,
        /** Subject: the key task. */
        ON_SITE_CHECK,
        /** Subject: the key task. */
        RESUME
    }

    record Wait(Stage stage, long subject) {}

    /** Those of the expected ones at which the process does wait. */
    Set<Wait> waiting(Collection<Wait> expected);

    /**
     * Something at which the process waits for a person.
     *
     * @param handle where it stands in their order; means nothing else
     * @param at with a stage that is {@code null} where it waits at none of those that are known
     * @param keyTaskId the key task to which it belongs, or what else it belongs to
     */
    record Waiting(String handle, Wait at, long keyTaskId, Instant since) {}

    /** All at which the process waits for a person: the next ones by handle, behind {@code after}. */
    List<Waiting> waits(String after, int limit);

    /** Those of the directives that something will launch, or open periods of. */
    Set<Long> underWay(Collection<Long> directives);

    /** Whether tomorrow's round is set. */
    boolean roundIsSet();

    /** What a failed job belongs to. */
    enum Owner {
        DIRECTIVE,
        KEY_TASK,
        SYSTEM
    }

    /**
     * A job that failed at least once since it last succeeded.
     *
     * @param handle takes it back to {@link #retry}; means nothing to anybody else
     * @param step the element of the model at which it stands
     * @param ownerId the directive or key task
     * @param attemptsLeft how often it will be tried by itself
     * @param since when it was made or, for a timer, when it last struck; {@code null} where that is not known
     */
    record FailedJob(
            String handle, String step, Owner owner, long ownerId, int attemptsLeft, Instant since, String message) {}

    /** By handle, behind {@code after}. */
    List<FailedJob> failedJobs(String after, int limit);

    /** Runs a failed job now. Returns what it failed at this time; empty if it is done, or was done before. */
    Optional<String> retry(String handle);

    /** Does a step of the round to one item now. Returns what it failed at; empty if it is done. */
    Optional<String> retry(RoundStep step, long itemId, long keyTaskId);
}
