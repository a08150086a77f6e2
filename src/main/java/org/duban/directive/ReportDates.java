package org.duban.directive;

import java.time.LocalDate;

/** Tells when reports fall due; implemented by the report module, which this one does not know. */
public interface ReportDates {

    /**
     * The day on which the first reports of a directive are due.
     *
     * @param frequency not {@link ReportingFrequency#NONE}
     * @param day as in {@link ReportingPlan}
     */
    LocalDate firstDueOn(LocalDate launchedOn, ReportingFrequency frequency, int day);
}
