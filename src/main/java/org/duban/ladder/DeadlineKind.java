package org.duban.ladder;

import org.duban.task.TimelineEntry;

/** What has a due day. The names are those of the input {@code kind} of the tables. */
public enum DeadlineKind {
    /** Subject: the key task. */
    TASK(TimelineEntry.Kind.ESCALATED),
    /** Subject: the progress report. */
    REPORT(TimelineEntry.Kind.REPORT_ESCALATED),
    /** Subject: the contribution. */
    CONTRIBUTION(TimelineEntry.Kind.CONTRIBUTION_ESCALATED),
    /** Subject: the duty that is to be signed for. */
    ACKNOWLEDGEMENT(TimelineEntry.Kind.ACKNOWLEDGEMENT_ESCALATED),
    /** Subject: the department's answer to an instruction. */
    INSTRUCTION(TimelineEntry.Kind.INSTRUCTION_ESCALATED);

    private final TimelineEntry.Kind escalated;

    DeadlineKind(TimelineEntry.Kind escalated) {
        this.escalated = escalated;
    }

    /** How the timeline tells that it was raised. */
    TimelineEntry.Kind escalated() {
        return escalated;
    }
}
