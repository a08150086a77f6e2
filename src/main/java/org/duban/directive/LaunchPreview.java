package org.duban.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What a launch would do, as the table stands now.
 *
 * @param keyTasks rows that would become key tasks
 * @param departments departments that would be asked to sign for something
 * @param duties what they would sign for, all in all
 * @param withoutDue rows among them that name no due date and would get the fallback
 * @param pastDue rows among them whose due date has passed: they would be overdue at once
 * @param nobodyNamed numbers of rows that name no department, and stay behind
 * @param onlyCooperating numbers of rows that name nobody who would report, and stay behind
 * @param suggestedFallback the end of the document's period, or a year from today where that has passed
 * @param firstReports when the first reports would be due; without an entry for {@link ReportingFrequency#NONE}
 */
public record LaunchPreview(
        int keyTasks,
        int departments,
        int duties,
        int withoutDue,
        int pastDue,
        List<String> nobodyNamed,
        List<String> onlyCooperating,
        LocalDate suggestedFallback,
        Map<ReportingFrequency, LocalDate> firstReports) {}
