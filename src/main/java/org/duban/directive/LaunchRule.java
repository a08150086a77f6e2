package org.duban.directive;

import org.duban.account.Staffing;

/**
 * Which rows can be launched, as a condition in SQL; {@link DivisionRow#obstacles()} says the same of a row that was read.
 * What the document names must not get lost (DESIGN, invariant 2): a row with a name that means no department yet waits
 * until somebody has said whom it means, whatever the name's role.
 */
public final class LaunchRule {

    private LaunchRule() {}

    /** That the row with this alias, which is no key task yet, could become one now. */
    public static String launchable(String row) {
        return (" (%s.dropped = 0"
                                + " AND NOT EXISTS (SELECT 1 FROM row_warning undecided WHERE undecided.row_id = %s.id"
                                + " AND undecided.blocking = TRUE AND undecided.decision IS NULL)"
                                + " AND NOT EXISTS (SELECT 1 FROM unresolved_name unresolved WHERE unresolved.row_id = %s.id)"
                                + " AND EXISTS (SELECT 1 FROM division_assignment reporting WHERE reporting.row_id = %s.id"
                                + " AND reporting.duty_role <> 'COOPERATING' AND")
                        .formatted(row, row, row, row)
                + Staffing.staffed("reporting.department_id") + ")) ";
    }
}
