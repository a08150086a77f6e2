package org.duban.administration.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.tabs.TabSheet;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.account.HandOvers;
import org.duban.account.Substitutions;
import org.duban.base.WorkingCalendar;
import org.duban.directive.Supervision;
import org.duban.organisation.DepartmentChanges;
import org.duban.organisation.Departments;
import org.duban.organisation.Register;
import org.duban.ui.Formats;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;

/** What the system administrator manages: accounts, departments, and to whom directives are entrusted. */
@Route(Routes.ACCOUNTS)
@RolesAllowed("SYSADMIN")
@Menu(order = 90, icon = "vaadin:users", title = "nav.accounts")
class AccountsView extends Div implements HasDynamicTitle {

    AccountsView(
            Accounts accounts,
            Departments departments,
            Register register,
            DepartmentChanges changes,
            Supervision supervision,
            Substitutions substitutions,
            HandOvers handOvers,
            WorkingCalendar calendar,
            Formats formats,
            CurrentCaller caller) {
        addClassNames("page", "accounts-view");
        TabSheet tabs = new TabSheet();
        tabs.addClassName("accounts-tabs");
        tabs.add(
                getTranslation("accounts.tab.accounts"),
                new AccountsPanel(
                        accounts,
                        departments,
                        new Standins(substitutions, handOvers, calendar, formats),
                        caller.get().accountId()));
        tabs.add(
                getTranslation("accounts.tab.departments"),
                new DepartmentsPanel(departments, register, changes, calendar));
        tabs.add(getTranslation("accounts.tab.supervision"), new SupervisionPanel(supervision));
        add(new PageHeader(getTranslation("accounts.title"), getTranslation("accounts.subtitle")), tabs);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("accounts.title");
    }
}
