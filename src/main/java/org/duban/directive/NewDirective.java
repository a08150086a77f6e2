package org.duban.directive;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.duban.organisation.DepartmentId;

/** A directive with its division table, as it is entered. */
public record NewDirective(
        String slug,
        String title,
        String number,
        String issuer,
        LocalDate issued,
        Integer periodFrom,
        Integer periodTo,
        String jurisdiction,
        List<NewTarget> goals,
        List<NewRow> rows) {

    public record NewRow(
            String no, String title, LocalDate dueOn, List<NewAssignment> assignments, List<NewTarget> targets) {}

    public record NewAssignment(DepartmentId department, DutyRole role, String printedName) {}

    public record NewTarget(
            String wording, String what, Target.Comparator comparator, BigDecimal amount, String unit, Integer byYear) {

        static NewTarget of(Target target) {
            return new NewTarget(
                    target.wording(),
                    target.what(),
                    target.comparator(),
                    target.amount(),
                    target.unit(),
                    target.byYear());
        }
    }
}
