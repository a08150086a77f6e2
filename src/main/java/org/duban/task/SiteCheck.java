package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;

/**
 * An on-site check (现场核查) of what an application for completion says.
 *
 * @param place {@code null} where it is agreed upon later, as for a sample
 * @param inspectors who goes there
 * @param reason why this one; {@code null} where a sample was drawn
 * @param sampled whether it was drawn by lot
 * @param finding what was found; {@code null} until then
 * @param endedAt when the finding was entered or the check fell away; {@code null} until then
 */
public record SiteCheck(
        long id,
        long completionId,
        KeyTaskId taskId,
        State state,
        LocalDate plannedOn,
        String place,
        String inspectors,
        String reason,
        boolean sampled,
        String orderedBy,
        Instant orderedAt,
        String finding,
        String endedBy,
        Instant endedAt) {

    public enum State {
        /** 待核查. */
        ORDERED,
        /** 属实. */
        CONFIRMED,
        /** 不属实. */
        NOT_CONFIRMED,
        /** 作废: the key task was withdrawn before. */
        VOID
    }
}
