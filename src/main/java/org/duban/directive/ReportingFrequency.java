package org.duban.directive;

/** How often the departments of a directive report. */
public enum ReportingFrequency {
    WEEKLY(0),
    MONTHLY(1),
    QUARTERLY(3),
    HALF_YEARLY(6),
    NONE(0);

    private final int months;

    ReportingFrequency(int months) {
        this.months = months;
    }

    /** Length of a period in months; 0 for weeks, and where nothing is reported. */
    public int months() {
        return months;
    }
}
