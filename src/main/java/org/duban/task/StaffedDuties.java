package org.duban.task;

import org.duban.account.Account;
import org.duban.account.AccountClosing;
import org.duban.account.Staffing;
import org.duban.base.Refusal;
import org.duban.organisation.Departments;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps somebody with every department that has duties on open key tasks, and a head where one has something to sign. */
@Component
class StaffedDuties {

    private final Staffing staffing;
    private final DutyRepository duties;
    private final Departments departments;

    StaffedDuties(Staffing staffing, DutyRepository duties, Departments departments) {
        this.staffing = staffing;
        this.duties = duties;
        this.departments = departments;
    }

    @EventListener
    @Order(1)
    void on(AccountClosing closing) {
        Account account = closing.account();
        if (staffing.lastOneAsSystem(account)) {
            int open = duties.countOpen(account.departmentId());
            if (open > 0) {
                throw new Refusal(
                        "refusal.account.lastOfDepartment",
                        departments.get(account.departmentId()).shortName(),
                        open);
            }
        }
        if (staffing.lastHeadAsSystem(account)) {
            int unsigned = duties.countUnsignedDisputes(account.departmentId());
            if (unsigned > 0) {
                throw new Refusal(
                        "refusal.account.lastHead",
                        departments.get(account.departmentId()).shortName(),
                        unsigned);
            }
        }
    }
}
