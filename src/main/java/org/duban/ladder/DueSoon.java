package org.duban.ladder;

import java.time.LocalDate;
import org.duban.task.KeyTaskId;

/** A key task of whose due day the reader's department was reminded. @param workingDaysLeft today; 0 on the due day */
public record DueSoon(KeyTaskId task, String no, String title, LocalDate dueOn, int workingDaysLeft) {}
