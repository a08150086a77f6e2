package org.duban.intake.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.splitlayout.SplitLayout;
import com.vaadin.flow.component.tabs.Tab;
import com.vaadin.flow.component.tabs.Tabs;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.BeforeLeaveEvent;
import com.vaadin.flow.router.BeforeLeaveObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.directive.Directive;
import org.duban.directive.DirectiveId;
import org.duban.directive.DirectiveSummary;
import org.duban.directive.Directives;
import org.duban.directive.ReportingPlans;
import org.duban.directive.SigningSettings;
import org.duban.directive.SourceText;
import org.duban.directive.Sources;
import org.duban.directive.ui.LaunchQuestion;
import org.duban.ui.Formats;
import org.duban.ui.LiveUpdates;
import org.duban.ui.Notices;
import org.duban.ui.PageHeader;
import org.duban.ui.Questions;
import org.duban.ui.Routes;

/** Where a division table is checked beside the text from which it was read, row by row, until it is launched. */
@Route(Routes.TABLE)
@RolesAllowed("SUPERVISOR")
class TableView extends Div implements BeforeEnterObserver, BeforeLeaveObserver, HasDynamicTitle {

    private static final String SHOWS_SOURCE = "shows-source";
    private static final double TABLE_SHARE = 57;

    private final Directives directives;
    private final ReportingPlans plans;
    private final SigningSettings signing;
    private final Sources sources;
    private final Formats formats;
    private final TableDesks desks;
    private final PageHeader header = new PageHeader("");
    private final Tabs tabs = new Tabs();
    private DirectiveId id;
    private DirectiveSummary summary;
    private TableDesk desk;

    TableView(
            Directives directives,
            ReportingPlans plans,
            SigningSettings signing,
            Sources sources,
            Formats formats,
            TableDesks desks,
            LiveUpdates updates) {
        this.directives = directives;
        this.plans = plans;
        this.signing = signing;
        this.sources = sources;
        this.formats = formats;
        this.desks = desks;
        addClassNames("page", "table-view");
        updates.refreshOn(this, change -> change.directiveId() == id.value(), this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        id = new DirectiveId(Ids.parse(event.getRouteParameters().get("id").orElseThrow(Refusal::notFound)));
        summary = directives.summary(id);
        if (!directives.supervisedByCaller(id)) {
            throw Refusal.notFound();
        }
        if (summary.directive().state() == Directive.State.LAUNCHING) {
            event.forwardTo(Routes.directive(id.value()));
            return;
        }
        build();
    }

    private void build() {
        SourcePane source = new SourcePane();
        desk = desks.open(id, source, this::showSource, editing -> setClassName("editing", editing));
        header.backTo(Routes.directive(id.value()), summary.directive().label());
        header.setHeading(summary.directive().title());
        showActions();
        removeAll();
        add(header);
        String text = sources.of(id).map(SourceText::text).orElse("");
        if (text.isEmpty()) {
            add(desk.table());
        } else {
            source.show(text);
            add(tabs(), split(source));
        }
        add(desk.currentRow());
        desk.refresh();
    }

    private Tabs tabs() {
        Tab source = new Tab(getTranslation("intake.source"));
        tabs.removeAll();
        tabs.add(new Tab(getTranslation("directive.table")), source);
        tabs.addClassName("table-tabs");
        tabs.addSelectedChangeListener(change -> {
            setClassName(SHOWS_SOURCE, change.getSelectedTab() == source);
            desk.scrollSource();
        });
        return tabs;
    }

    private SplitLayout split(SourcePane source) {
        Div side = new Div(source);
        side.addClassName("source-side");
        SplitLayout split = new SplitLayout(desk.table(), side);
        split.setSplitterPosition(TABLE_SHARE);
        split.addClassName("table-split");
        return split;
    }

    /** On a narrow window the table or its source is shown. */
    private void showSource(boolean shown) {
        tabs.setSelectedIndex(shown ? 1 : 0);
    }

    private void showActions() {
        header.setMarks(figures());
        Button keys = new Button(
                getTranslation("intake.keys"), VaadinIcon.KEYBOARD_O.create(), click -> new KeysDialog().open());
        keys.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        keys.addClassName("keys-button");
        header.setActions(keys);
        if (summary.remaining() > 0) {
            String text = summary.directive().state() == Directive.State.DRAFT
                    ? getTranslation("directive.launch")
                    : getTranslation("directive.launchRemaining", summary.remaining());
            Button launch = new Button(text, VaadinIcon.PLAY.create(), click -> launch());
            launch.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
            header.setActions(keys, launch);
        }
    }

    private Span figures() {
        Span figures = new Span(getTranslation("intake.figures", summary.rows(), summary.remaining()));
        figures.addClassName("table-figures");
        return figures;
    }

    private void launch() {
        desk.leave(() -> LaunchQuestion.ask(directives, plans, signing, id, desk.alike(), formats, () -> UI.getCurrent()
                .navigate(Routes.directive(id.value()))));
    }

    private void refresh() {
        try {
            summary = directives.summary(id);
        } catch (Refusal withdrawn) {
            Notices.refused(withdrawn);
            UI.getCurrent().navigate(Routes.DIRECTIVES);
            return;
        }
        if (summary.directive().state() == Directive.State.LAUNCHING && !desk.unsaved()) {
            UI.getCurrent().navigate(Routes.directive(id.value()));
            return;
        }
        showActions();
        desk.refresh();
    }

    /** Whoever leaves is asked about what is not saved. */
    @Override
    public void beforeLeave(BeforeLeaveEvent event) {
        if (desk != null && desk.unsaved()) {
            var leaving = event.postpone();
            Questions.warn(getTranslation("intake.unsaved"), getTranslation("intake.unsaved.discard"), leaving::proceed)
                    .open();
        }
    }

    @Override
    public String getPageTitle() {
        return summary == null
                ? getTranslation("directives.title")
                : getTranslation("intake.table.title", summary.directive().label());
    }
}
