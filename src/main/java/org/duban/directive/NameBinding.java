package org.duban.directive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.duban.base.WorkingCalendar;
import org.duban.organisation.Department;
import org.duban.organisation.Register;
import org.duban.organisation.Resolution;
import org.springframework.stereotype.Component;

/**
 * Binds names to departments as far as the register is sure of them. Everything else waits for a supervisor: bodies that
 * are no more, names of several bodies, and groups, of which somebody has to say who belongs to them.
 */
@Component
class NameBinding {

    private final Register register;
    private final WorkingCalendar calendar;

    NameBinding(Register register, WorkingCalendar calendar) {
        this.register = register;
        this.calendar = calendar;
    }

    /** Binds what the register is sure of; in a row each department has one role, the strongest that it is named in. */
    void bind(String jurisdiction, List<RowDraft> rows) {
        Set<String> names = new TreeSet<>();
        rows.forEach(row -> row.names.forEach(name -> names.add(name.name())));
        Map<String, Resolution> known = resolve(names, jurisdiction);
        rows.forEach(row -> bind(row, known));
    }

    private static void bind(RowDraft row, Map<String, Resolution> known) {
        List<DivisionRow.Name> names = row.names;
        row.names = new ArrayList<>();
        for (DivisionRow.Name name : names) {
            if (!name.group()
                    && known.get(name.name()) instanceof Resolution.Resolved(Department department, Resolution.How how)
                    && department.kind() != Department.Kind.GROUP) {
                row.assign(RowDraft.assignment(
                        department.id(),
                        name.role(),
                        name.name(),
                        name.range(),
                        DivisionRow.Binding.valueOf(how.name()),
                        name.position()));
            } else {
                row.names.add(name);
            }
        }
    }

    /** Asks the register again for everything that no supervisor has decided. */
    void bindAgain(String jurisdiction, List<RowDraft> rows) {
        for (RowDraft row : rows) {
            List<DivisionRow.Assignment> byRegister = row.assignments.stream()
                    .filter(each -> each.binding() != null
                            && each.binding() != DivisionRow.Binding.SUPERVISOR
                            && each.printedName() != null)
                    .toList();
            row.assignments.removeAll(byRegister);
            byRegister.forEach(each -> row.names.add(
                    new DivisionRow.Name(0, each.printedName(), each.role(), false, each.range(), each.position())));
        }
        bind(jurisdiction, rows);
    }

    /** What the register says of names: of the bodies that exist today, since they are to act from now on. */
    Map<String, Resolution> resolve(Collection<String> names, String jurisdiction) {
        return register.resolve(names, jurisdiction, calendar.today());
    }
}
