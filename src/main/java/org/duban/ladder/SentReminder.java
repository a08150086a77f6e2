package org.duban.ladder;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A reminder of a due day.
 *
 * @param departmentName whom it concerned; {@code null} where it was all who report on the key task
 * @param workingDaysLeft when it was sent
 */
public record SentReminder(
        DeadlineKind kind, String departmentName, LocalDate dueOn, int workingDaysLeft, Instant sentAt) {}
