package org.duban.directive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.duban.account.AccountId;
import org.duban.extraction.Range;
import org.duban.extraction.Warning;
import org.duban.organisation.DepartmentId;

/**
 * A row of a division table.
 *
 * @param position place in the document, ascending from 0
 * @param no number as printed, unique within the directive
 * @param text the whole task, or {@code null} where the table has titles alone
 * @param quote where it stands in the directive's {@link SourceText}, or {@code null} where it has none
 * @param dueOn last day in time, or {@code null} where the row names none
 * @param deadlinePhrase when it is to be done in the words of the document, or {@code null}
 * @param reporting how often is reported on it, or {@code null} for as often as on the directive
 * @param supervisors who of the directive's supervisors answers for it; empty for all of them
 * @param assignments in the order of the document; empty where it names nobody
 * @param names those it names besides that mean no department yet, in the same order
 * @param warnings what stayed ambiguous when it was read
 * @param dropped whether it is no part of the table any more; it can be taken back
 * @param revision how often it was edited
 * @param launched the key task that it became, or {@code null}
 */
public record DivisionRow(
        DivisionRowId id,
        int position,
        String no,
        String title,
        String text,
        Range quote,
        LocalDate dueOn,
        String deadlinePhrase,
        ReportingFrequency reporting,
        Set<AccountId> supervisors,
        List<Assignment> assignments,
        List<Name> names,
        List<Target> targets,
        List<RowWarning> warnings,
        boolean dropped,
        int revision,
        Launched launched) {

    /** How a name in the document came to mean a department. */
    public enum Binding {
        /** It is the canonical name. */
        CANONICAL,
        /** It is another name in the register. */
        ALIAS,
        /** A supervisor once decided so for the same jurisdiction. */
        LEARNED,
        /** The level was left out or written otherwise, and one body fits. */
        PREFIX,
        /** Variants of spelling were put aside, and one body fits. */
        SPELLING,
        /** A place was named by its government, or without its level. */
        PLACE,
        /** A supervisor of the directive said so. */
        SUPERVISOR
    }

    /**
     * @param printedName the name as the document has it
     * @param staffed whether somebody can act for the department now
     * @param range where the name stands in the source, or {@code null}
     * @param binding {@code null} where the table was entered with departments
     * @param position place among all whom the row names
     */
    public record Assignment(
            DepartmentId department,
            String shortName,
            DutyRole role,
            String printedName,
            boolean staffed,
            Range range,
            Binding binding,
            int position) {}

    /**
     * A name that means no department yet.
     *
     * @param group whether it stands for several bodies that the document does not list
     * @param range where it stands in the source, or {@code null}
     * @param position place among all whom the row names
     */
    public record Name(long id, String name, DutyRole role, boolean group, Range range, int position) {}

    /**
     * Something that a person should look at.
     *
     * @param detail the words of the source that it is about; may be empty
     * @param range where they stand in the source, or {@code null}
     * @param blocking whether the row cannot be launched before somebody has decided
     * @param decision {@code null} while nobody has decided
     */
    public record RowWarning(
            long id,
            Warning.Kind kind,
            boolean blocking,
            String detail,
            Range range,
            Decision decision,
            AccountId decidedBy,
            Instant decidedAt) {

        public boolean open() {
            return decision == null;
        }
    }

    /** What a supervisor says to a warning. */
    public enum Decision {
        /** The row is right as it stands now. */
        CONFIRMED,
        /** The warning means nothing here. */
        DISMISSED
    }

    /**
     * What the table shows of a key task; everything else stands on the key task's page.
     *
     * @param light name of its light
     * @param closedAt {@code null} while it is open
     * @param withdrawn whether it ended without an outcome
     */
    public record Launched(long keyTaskId, String light, LocalDate dueOn, Instant closedAt, boolean withdrawn) {}

    /** What keeps a row from being launched. Of several the first is what should be dealt with first. */
    public enum Obstacle {
        /** A warning is undecided that has to be decided on before. */
        OPEN_WARNING,
        /** A name means no department yet. */
        UNRESOLVED_NAME,
        /** It names nobody. */
        NOBODY_NAMED,
        /** It names nobody who would report on it. */
        ONLY_COOPERATING,
        /** Of those who would report on it, nobody can act now. */
        NOBODY_CAN_REPORT
    }

    /** Whether somebody is named who would report on it. */
    public boolean reportable() {
        return assignments.stream().anyMatch(assignment -> assignment.role().reports());
    }

    /** Whether it could be launched now. */
    public boolean launchable() {
        return launched == null && !dropped && obstacles().isEmpty();
    }

    /** What keeps it from being launched; empty for a row that is launched. @see LaunchRule */
    public Set<Obstacle> obstacles() {
        Set<Obstacle> obstacles = EnumSet.noneOf(Obstacle.class);
        if (launched != null) {
            return obstacles;
        }
        if (warnings.stream().anyMatch(warning -> warning.blocking() && warning.open())) {
            obstacles.add(Obstacle.OPEN_WARNING);
        }
        if (!names.isEmpty()) {
            obstacles.add(Obstacle.UNRESOLVED_NAME);
        }
        if (assignments.isEmpty()) {
            if (names.isEmpty()) {
                obstacles.add(Obstacle.NOBODY_NAMED);
            }
        } else if (!reportable()) {
            if (names.stream().noneMatch(name -> name.role().reports())) {
                obstacles.add(Obstacle.ONLY_COOPERATING);
            }
        } else if (assignments.stream().noneMatch(each -> each.role().reports() && each.staffed())) {
            obstacles.add(Obstacle.NOBODY_CAN_REPORT);
        }
        return obstacles;
    }
}
