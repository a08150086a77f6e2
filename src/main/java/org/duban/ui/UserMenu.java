package org.duban.ui;

import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.spring.annotation.SpringComponent;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.stream.Collectors;
import org.duban.account.Accounts;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.account.Substitutions;
import org.duban.base.WorkingCalendar;
import org.duban.organisation.Departments;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;

/** Who is signed in, for which department and as what; language, substitute while away, password and sign-out. */
@SpringComponent
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class UserMenu extends MenuBar {

    UserMenu(
            CurrentCaller currentCaller,
            Departments departments,
            Accounts accounts,
            Substitutions substitutions,
            WorkingCalendar calendar,
            AuthenticationContext authentication) {
        Caller caller = currentCaller.get();
        String post = post(caller, departments);
        addClassName("user-menu");
        addThemeVariants(MenuBarVariant.LUMO_TERTIARY_INLINE);

        MenuItem item = addItem(label(caller, post));
        item.setAriaLabel(getTranslation("user.menu", caller.displayName()));
        SubMenu menu = item.getSubMenu();
        Div whoAmI = new Div(new Span(caller.displayName()), new Span(post));
        whoAmI.addClassName("user-menu-who");
        menu.addItem(whoAmI).setEnabled(false);
        menu.addSeparator();
        menu.addItem(getTranslation(LanguageSwitch.other(), "language.name"), click -> LanguageSwitch.change());
        if (!caller.is(Role.SYSADMIN)) {
            menu.addItem(
                    getTranslation("substitution.title"),
                    click -> new SubstitutionDialog(substitutions, calendar, caller.accountId()).open());
        }
        menu.addItem(getTranslation("password.title"), click -> new OwnPasswordDialog(accounts).open());
        menu.addItem(getTranslation("user.logout"), click -> authentication.logout());
    }

    private Div label(Caller caller, String post) {
        Span name = new Span(caller.displayName());
        name.addClassName("user-menu-name");
        Span place = new Span(post);
        place.addClassName("user-menu-post");
        Div lines = new Div(name, place);
        lines.addClassName("user-menu-lines");
        Div label = new Div(VaadinIcon.USER.create(), lines);
        label.addClassName("user-menu-label");
        return label;
    }

    /** "发展改革委 · 承办人" */
    private String post(Caller caller, Departments departments) {
        String roles = caller.roles().stream()
                .sorted()
                .map(Role::name)
                .map(role -> getTranslation("role." + role))
                .collect(Collectors.joining(getTranslation("list.separator")));
        return caller.departmentId() == null
                ? roles
                : departments.get(caller.departmentId()).shortName() + " · " + roles;
    }
}
