package org.duban.task;

import java.time.LocalDate;
import java.util.List;
import org.duban.organisation.DepartmentId;

/**
 * What a department splits off its duty, before it is a key task.
 *
 * @param text all that is to be done; may be empty where the title says it
 * @param lead who answers for it
 * @param cooperating who helps; may be empty
 */
public record SubTaskDraft(
        String title, String text, LocalDate dueOn, DepartmentId lead, List<DepartmentId> cooperating) {

    /** Longest title, in characters. */
    public static final int LONGEST_TITLE = 500;

    /** Longest text, in characters. */
    public static final int LONGEST_TEXT = 4000;
}
