package org.duban.directive;

import java.time.LocalDate;
import java.util.List;

/**
 * What a launch would do, as the table stands now.
 *
 * @param keyTasks rows that would become key tasks
 * @param departments departments that would be asked to sign for something
 * @param duties what they would sign for, all in all
 * @param withoutDue rows among them that name no due date and would get the fallback
 * @param pastDue rows among them whose due date has passed: they would be overdue at once
 * @param unstaffed departments, by short name, that would get a duty although nobody can act for them now
 * @param unstaffedRows rows among them in which such a department is named
 * @param abolished departments, by short name, that are no more: the supervisor says who takes their duties over
 * @param abolishedDuties what of the duties would be theirs
 * @param undecided numbers of rows with a warning that has to be decided on before, and that stay behind
 * @param unresolved numbers of rows with a name that means no department yet, and that stay behind
 * @param nobodyNamed numbers of rows that name no department, and stay behind
 * @param onlyCooperating numbers of rows that name nobody who would report, and stay behind
 * @param nobodyCanReport numbers of rows for which nobody can act who would report, and that stay behind
 * @param suggestedFallback the end of the document's period, or a year from today where that has passed
 * @param again whether the directive was launched before, and only rows that stayed behind would follow
 */
public record LaunchPreview(
        int keyTasks,
        int departments,
        int duties,
        int withoutDue,
        int pastDue,
        List<String> unstaffed,
        int unstaffedRows,
        List<String> abolished,
        int abolishedDuties,
        List<String> undecided,
        List<String> unresolved,
        List<String> nobodyNamed,
        List<String> onlyCooperating,
        List<String> nobodyCanReport,
        LocalDate suggestedFallback,
        boolean again) {}
