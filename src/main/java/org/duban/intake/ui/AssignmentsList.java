package org.duban.intake.ui;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.duban.directive.DivisionRow;
import org.duban.directive.RowEdit;
import org.duban.intake.ui.AssignmentsField.Named;

/** Between the names of a row and those of a field. */
final class AssignmentsList {

    private AssignmentsList() {}

    /** In the order of the document. */
    static List<Named> of(DivisionRow row) {
        return Stream.concat(
                        row.assignments().stream()
                                .map(each -> Map.entry(
                                        each.position(),
                                        new Named(
                                                each.role(),
                                                each.department(),
                                                each.shortName(),
                                                each.printedName(),
                                                null))),
                        row.names().stream()
                                .map(each -> Map.entry(
                                        each.position(), new Named(each.role(), null, null, each.name(), each.id()))))
                .sorted(Comparator.comparingInt(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    static List<RowEdit.Assigned> assigned(List<Named> named) {
        return named.stream()
                .filter(each -> !each.unresolved())
                .map(each -> new RowEdit.Assigned(each.department(), each.role(), each.nameId()))
                .toList();
    }

    static List<RowEdit.Kept> kept(List<Named> named) {
        return named.stream()
                .filter(Named::unresolved)
                .map(each -> new RowEdit.Kept(each.nameId(), each.role()))
                .toList();
    }
}
