package org.duban.task;

import java.time.LocalDate;
import java.util.List;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.directive.DutyRole;
import org.duban.organisation.DepartmentId;

/**
 * What a department says against a duty (异议).
 *
 * @param coordination with whom it was talked over (协调记录); empty exactly where {@code nobodyConcerned}
 * @param nobodyConcerned that no other department is concerned
 * @param proposedDepartment which department should have the duty instead, or {@code null}
 * @param proposedRole in which role, or {@code null}
 */
public record Objection(
        String reason,
        List<Coordination> coordination,
        boolean nobodyConcerned,
        DepartmentId proposedDepartment,
        DutyRole proposedRole) {

    /** @param on the day on which the other department was asked */
    public record Coordination(DepartmentId department, LocalDate on, Result result) {}

    public enum Result {
        /** 同意. */
        AGREED,
        /** 不同意. */
        NOT_AGREED,
        /** 未能取得一致. */
        NOT_REACHED
    }

    /** One that concerns no other department and proposes none. */
    public static Objection concerningNobody(String reason) {
        return new Objection(reason, List.of(), true, null, null);
    }

    /** The same, with the reason as it is kept. @throws Refusal if the reason or the record of coordination is not there */
    Objection checked(DepartmentId own, LocalDate today) {
        String words = Words.required(reason, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
        if (coordination.isEmpty() != nobodyConcerned) {
            throw new Refusal("refusal.dispute.coordinationMissing");
        }
        if (coordination.stream().anyMatch(each -> each.department().equals(own))) {
            throw new Refusal("refusal.dispute.coordinatedWithItself");
        }
        if (coordination.stream().anyMatch(each -> each.on().isAfter(today))) {
            throw new Refusal("refusal.dispute.coordinatedInFuture");
        }
        return new Objection(words, List.copyOf(coordination), nobodyConcerned, proposedDepartment, proposedRole);
    }
}
