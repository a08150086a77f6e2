package org.duban.directive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.directive.Directive;
import org.duban.directive.DirectiveId;
import org.duban.directive.DirectiveSummary;
import org.duban.directive.Directives;
import org.duban.directive.Drafts;
import org.duban.directive.ExtensionLimit;
import org.duban.directive.ReportingPlans;
import org.duban.directive.SigningSettings;
import org.duban.directive.Supervision;
import org.duban.organisation.Register;
import org.duban.ui.Formats;
import org.duban.ui.LiveUpdates;
import org.duban.ui.Notices;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;

/** A directive: its facts, who supervises it, its table, and the launch. */
@Route(Routes.DIRECTIVE)
@RolesAllowed({"SUPERVISOR", "LEADER"})
class DirectiveView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final Directives directives;
    private final Supervision supervision;
    private final ExtensionLimit extensionLimit;
    private final SigningSettings signing;
    private final Drafts drafts;
    private final Register register;
    private final ReportingPlans plans;
    private final Formats formats;
    private final PageHeader header = new PageHeader("");
    private final Div standing = new Div();
    private DirectiveId id;
    private DirectiveSummary summary;
    private DivisionTable table;
    private SupervisorsPanel supervisors;
    private ExtensionLimitField extensions;
    private SigningPanel terms;

    DirectiveView(
            Directives directives,
            Supervision supervision,
            ExtensionLimit extensionLimit,
            SigningSettings signing,
            Drafts drafts,
            ReportingPlans plans,
            Register register,
            Formats formats,
            LiveUpdates updates) {
        this.register = register;
        this.drafts = drafts;
        this.plans = plans;
        this.directives = directives;
        this.supervision = supervision;
        this.extensionLimit = extensionLimit;
        this.signing = signing;
        this.formats = formats;
        addClassNames("page", "directive-view");
        standing.addClassName("directive-standing");
        header.backTo(Routes.DIRECTIVES, getTranslation("nav.directives"));
        updates.refreshOn(this, change -> change.directiveId() == id.value(), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = new DirectiveId(Ids.parse(event.getRouteParameters().get("id").orElseThrow(Refusal::notFound)));
        summary = directives.summary(id);
        build();
    }

    private void build() {
        Directive directive = summary.directive();
        boolean supervised = directives.supervisedByCaller(id);
        table = new DivisionTable(directives, id, formats);
        supervisors = new SupervisorsPanel(supervision, id);
        extensions = new ExtensionLimitField(extensionLimit, id, supervised);
        terms = new SigningPanel(signing, id, supervised);
        header.setHeading(directive.title());
        showStanding(supervised);
        removeAll();
        add(header, standing, new DirectiveFacts(directive, formats, terms, supervisors, extensions));
        DirectiveGoals goals = new DirectiveGoals(directives.goals(id));
        if (!goals.isEmpty()) {
            add(goals);
        }
        add(table);
    }

    private void showStanding(boolean supervised) {
        Directive.State state = summary.directive().state();
        header.setMarks(DirectiveTexts.badge(state));
        header.setActions(supervised && state != Directive.State.LAUNCHING ? actions(state) : new Component[0]);
        standing.removeAll();
        standing.add(new Standing(summary));
    }

    /** What its supervisors can do as long as rows are not launched. */
    private Component[] actions(Directive.State state) {
        List<Component> actions = new ArrayList<>();
        if (state == Directive.State.DRAFT) {
            actions.add(new DraftMenu(drafts, register, id, this::refresh));
        }
        if (state == Directive.State.DRAFT || summary.rows() > summary.keyTasks()) {
            actions.add(new Button(
                    getTranslation("directive.check"), VaadinIcon.LIST_SELECT.create(), click -> UI.getCurrent()
                            .navigate(Routes.table(id.value()))));
        }
        if (state == Directive.State.RUNNING) {
            actions.add(new Button(
                    getTranslation("directive.reporting.change"),
                    VaadinIcon.CALENDAR_CLOCK.create(),
                    click -> new PlanDialog(summary.directive(), plans, formats, this::refresh).open()));
        }
        if (summary.remaining() > 0) {
            String text = state == Directive.State.DRAFT
                    ? getTranslation("directive.launch")
                    : getTranslation("directive.launchRemaining", summary.remaining());
            Button launch = new Button(
                    text,
                    VaadinIcon.PLAY.create(),
                    click -> LaunchQuestion.ask(directives, plans, signing, id, 0, formats, this::refresh));
            launch.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            actions.add(launch);
        }
        return actions.toArray(Component[]::new);
    }

    private void refresh() {
        Directive before = summary.directive();
        try {
            summary = directives.summary(id);
        } catch (Refusal withdrawn) {
            Notices.refused(withdrawn);
            getUI().ifPresent(ui -> ui.navigate(DirectivesView.class));
            return;
        }
        if (!summary.directive().equals(before)) {
            build();
            return;
        }
        showStanding(directives.supervisedByCaller(id));
        supervisors.refresh();
        extensions.refresh();
        terms.refresh();
        table.refresh();
    }

    @Override
    public String getPageTitle() {
        return summary == null
                ? getTranslation("directives.title")
                : summary.directive().label();
    }
}
