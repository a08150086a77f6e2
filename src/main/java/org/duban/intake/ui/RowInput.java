package org.duban.intake.ui;

import java.util.List;
import java.util.Set;
import org.duban.account.AccountId;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRowId;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.RowEdit;
import org.duban.extraction.Range;

/**
 * What was entered for a row.
 *
 * @param row {@code null} for one that is still to be made
 * @param revision that the row had when it was opened
 * @param quote where it stands in the source text, or {@code null}
 */
record RowInput(
        DivisionRowId row,
        int revision,
        Range quote,
        RowEdit edit,
        ReportingFrequency reporting,
        Set<AccountId> supervisors) {

    static RowInput blank() {
        RowEdit edit = new RowEdit("", "", null, null, null, List.of(), List.of(), List.of());
        return new RowInput(null, 0, null, edit, null, Set.of());
    }

    static RowInput of(DivisionRow row) {
        return new RowInput(
                row.id(), row.revision(), row.quote(), RowEdit.of(row), row.reporting(), Set.copyOf(row.supervisors()));
    }
}
