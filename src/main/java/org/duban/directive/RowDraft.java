package org.duban.directive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.duban.account.AccountId;
import org.duban.extraction.Range;
import org.duban.organisation.DepartmentId;

/** A row while it is being edited. */
final class RowDraft {

    /** As the table has it. */
    private static final int LONGEST_PRINTED_NAME = 120;

    DivisionRowId id;
    int position;
    String no;
    String title;
    String text;
    Range quote;
    LocalDate dueOn;
    String deadlinePhrase;
    ReportingFrequency reporting;
    Set<AccountId> supervisors = new LinkedHashSet<>();
    List<DivisionRow.Assignment> assignments = new ArrayList<>();
    List<DivisionRow.Name> names = new ArrayList<>();
    List<NewDirective.NewTarget> targets = new ArrayList<>();
    List<DivisionRow.RowWarning> warnings = new ArrayList<>();
    boolean dropped;
    int revision;

    static RowDraft of(DivisionRow row) {
        RowDraft draft = new RowDraft();
        draft.id = row.id();
        draft.position = row.position();
        draft.no = row.no();
        draft.title = row.title();
        draft.text = row.text();
        draft.quote = row.quote();
        draft.dueOn = row.dueOn();
        draft.deadlinePhrase = row.deadlinePhrase();
        draft.reporting = row.reporting();
        draft.supervisors.addAll(row.supervisors());
        draft.assignments.addAll(row.assignments());
        draft.names.addAll(row.names());
        row.targets().forEach(target -> draft.targets.add(NewDirective.NewTarget.of(target)));
        draft.warnings.addAll(row.warnings());
        draft.dropped = row.dropped();
        draft.revision = row.revision();
        return draft;
    }

    int nextPlace() {
        int last = -1;
        for (DivisionRow.Assignment each : assignments) {
            last = Math.max(last, each.position());
        }
        for (DivisionRow.Name each : names) {
            last = Math.max(last, each.position());
        }
        return last + 1;
    }

    /** Names the department in the role; one that is named already keeps the stronger of both roles. */
    void assign(DivisionRow.Assignment wanted) {
        for (int index = 0; index < assignments.size(); index++) {
            DivisionRow.Assignment known = assignments.get(index);
            if (known.department().equals(wanted.department())) {
                assignments.set(index, inRole(known, known.role().or(wanted.role())));
                return;
            }
        }
        assignments.add(wanted);
    }

    /** The words of a name that is longer than its place are shortened; all of them stand in the source. */
    static DivisionRow.Assignment assignment(
            DepartmentId department,
            DutyRole role,
            String printedName,
            Range range,
            DivisionRow.Binding binding,
            int position) {
        String printed = printedName == null || printedName.length() <= LONGEST_PRINTED_NAME
                ? printedName
                : printedName.substring(0, LONGEST_PRINTED_NAME - 1) + "…";
        return new DivisionRow.Assignment(department, "", role, printed, false, range, binding, position);
    }

    static DivisionRow.Assignment inRole(DivisionRow.Assignment known, DutyRole role) {
        return new DivisionRow.Assignment(
                known.department(),
                known.shortName(),
                role,
                known.printedName(),
                known.staffed(),
                known.range(),
                known.binding(),
                known.position());
    }
}
