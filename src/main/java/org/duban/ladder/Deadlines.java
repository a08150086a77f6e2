package org.duban.ladder;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Knows all of one kind that are open and in a department's hands; what lies with the supervisors is not among them. */
public interface Deadlines {

    DeadlineKind kind();

    /** Due on these days or between them, behind {@code after} in ascending order of subjects. */
    List<Deadline> between(LocalDate from, LocalDate to, long after, int limit);

    /** The days from this one on, on which any is due. */
    List<LocalDate> daysFrom(LocalDate day);

    /** Whether somebody is still to be reminded of one of them. */
    default boolean reminds(Deadline due) {
        return true;
    }

    /** What there is of it now; for those who hold the key task's lock. */
    Optional<Deadline> find(long subject);
}
