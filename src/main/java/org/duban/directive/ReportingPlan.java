package org.duban.directive;

import org.duban.base.Refusal;

/**
 * How the departments of a directive report. What is changed holds for periods that open afterwards.
 *
 * @param day on which reports on months, quarters and half-years are due: up to {@link #LAST_DAY_AFTER} in the month after
 *     the period, later ones in its last month
 * @param headApproves whether the head of the department approves a report before the supervisors see it
 * @param contributionDays working days by which cooperating departments contribute before the report is due; 0 where they
 *     are not asked to
 */
public record ReportingPlan(ReportingFrequency frequency, int day, boolean headApproves, int contributionDays) {

    public static final int DEFAULT_DAY = 25;
    public static final int LAST_DAY_AFTER = 10;

    /** In every month. */
    public static final int LAST_DAY = 28;

    public static final int MOST_CONTRIBUTION_DAYS = 10;

    private static final int DEFAULT_CONTRIBUTION_DAYS = 3;

    public static ReportingPlan of(ReportingFrequency frequency) {
        return new ReportingPlan(frequency, DEFAULT_DAY, false, DEFAULT_CONTRIBUTION_DAYS);
    }

    void check() {
        if (frequency == null) {
            throw new Refusal("refusal.reporting.frequencyMissing");
        }
        if (day < 1 || day > LAST_DAY) {
            throw new Refusal("refusal.reporting.day", LAST_DAY);
        }
        if (contributionDays < 0 || contributionDays > MOST_CONTRIBUTION_DAYS) {
            throw new Refusal("refusal.reporting.contributionDays", MOST_CONTRIBUTION_DAYS);
        }
    }
}
