package org.duban.task;

import java.time.LocalDate;
import org.duban.organisation.DepartmentId;

/**
 * Something that speaks for or against the department of a duty, at the moment at which it happened. Published by the
 * feature that knows it, inside the transaction of the action; who counts what by which rule is said elsewhere. What is
 * nobody's doing, such as the withdrawal of a key task, is none.
 *
 * @param source names what happened among all of the kind, so that it is counted once however often it is told
 * @param entry of the timeline, by identifier
 * @param dueOn last day in time, as it held then, extensions included; {@code null} where there is none
 * @param on the day that counts against it; {@code null} for today
 * @param level of the ladder, 0 where it has none
 * @param outcome of a completion, else {@code null}
 * @param department whose deed it is, where that need not be the one that has the duty now; else {@code null}
 */
public record Deed(
        Kind kind,
        String source,
        long entry,
        DutyId duty,
        LocalDate dueOn,
        LocalDate on,
        int level,
        Outcome outcome,
        DepartmentId department) {

    private Deed(Kind kind, String source, long entry, DutyId duty, LocalDate dueOn) {
        this(kind, source, entry, duty, dueOn, null, 0, null, null);
    }

    public enum Kind {
        /** 签收, in time or late by the clock that ran then. */
        SIGNED,
        /** 报送进展报告: the first hand-in. */
        REPORTED,
        /** 补正: a later hand-in, after a return. */
        AMENDED,
        /** 缺报. */
        REPORT_MISSED,
        /** 报告退回. */
        REPORT_RETURNED,
        /** 提交配合意见. */
        CONTRIBUTED,
        /** 未提交配合意见: the report went without it after its due day. */
        CONTRIBUTION_MISSED,
        /** 催办, by the system or by hand. */
        URGED,
        /** 升级督办, from level 2: the first level is the urge. */
        ESCALATED,
        /** 办结申请被督查员退回. */
        COMPLETION_RETURNED,
        /** 办结, for each department that signed; what counts is the day of the application. */
        COMPLETED
    }

    /** Named by its entry: clocks end on whole days, so that a duty may have two of one end. */
    static Deed signed(long entry, DutyId duty, LocalDate dueOn) {
        return new Deed(Kind.SIGNED, duty.value() + "/" + entry, entry, duty, dueOn);
    }

    /** @param round 1 for the first hand-in of the report */
    public static Deed reported(long entry, DutyId duty, long report, int round, LocalDate dueOn) {
        return new Deed(round == 1 ? Kind.REPORTED : Kind.AMENDED, report + "/" + round, entry, duty, dueOn);
    }

    public static Deed reportMissed(long entry, DutyId duty, long report, LocalDate dueOn) {
        return new Deed(Kind.REPORT_MISSED, String.valueOf(report), entry, duty, dueOn);
    }

    /** @param handedInBy the department; the duty may have gone to another one since, which amends it */
    public static Deed reportReturned(long entry, DutyId duty, long handIn, DepartmentId handedInBy) {
        return new Deed(Kind.REPORT_RETURNED, String.valueOf(handIn), entry, duty, null, null, 0, null, handedInBy);
    }

    public static Deed contributed(long entry, DutyId duty, long contribution, LocalDate dueOn) {
        return new Deed(Kind.CONTRIBUTED, String.valueOf(contribution), entry, duty, dueOn);
    }

    public static Deed contributionMissed(long entry, DutyId duty, long contribution, LocalDate dueOn) {
        return new Deed(Kind.CONTRIBUTION_MISSED, String.valueOf(contribution), entry, duty, dueOn);
    }

    /** @param occasion names the urge among all others */
    public static Deed urged(long entry, DutyId duty, String occasion) {
        return new Deed(Kind.URGED, occasion, entry, duty, null);
    }

    public static Deed escalated(long entry, DutyId duty, long escalation, LocalDate dueOn, int level) {
        return new Deed(Kind.ESCALATED, escalation + "/" + duty.value(), entry, duty, dueOn, null, level, null, null);
    }

    static Deed completionReturned(long entry, DutyId duty, long completion) {
        return new Deed(Kind.COMPLETION_RETURNED, String.valueOf(completion), entry, duty, null);
    }

    /**
     * By the day of the application: the time that the supervisors take for it is not the departments'. The light goes by
     * the day on which it was closed.
     */
    static Deed completed(
            long entry, DutyId duty, long completion, LocalDate dueOn, LocalDate appliedOn, Outcome outcome) {
        return new Deed(
                Kind.COMPLETED, completion + "/" + duty.value(), entry, duty, dueOn, appliedOn, 0, outcome, null);
    }
}
