package org.duban.directive.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.ColumnTextAlign;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.function.ToIntFunction;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.directive.Directive;
import org.duban.directive.DirectiveId;
import org.duban.directive.DirectiveSummary;
import org.duban.directive.Directives;
import org.duban.ui.EmptyState;
import org.duban.ui.Formats;
import org.duban.ui.KeyedPages;
import org.duban.ui.LiveUpdates;
import org.duban.ui.Narrow;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;

/** The directives that the caller may see, with how far each is. What is searched for stands in the address. */
@Route(Routes.DIRECTIVES)
@RolesAllowed({"SUPERVISOR", "LEADER"})
@Menu(order = 50, icon = "vaadin:file-text-o", title = "nav.directives")
class DirectivesView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private static final String SEARCH = "q";

    private final Grid<DirectiveSummary> grid = new Grid<>();
    private final TextField search = new TextField();
    private final Formats formats;
    private final boolean imports;

    DirectivesView(Directives directives, CurrentCaller caller, Formats formats, LiveUpdates updates) {
        this.formats = formats;
        addClassNames("page", "page-full", "directives-view");
        search.setPlaceholder(getTranslation("directives.search"));
        search.setAriaLabel(getTranslation("directives.search"));
        search.setPrefixComponent(VaadinIcon.SEARCH.create());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> {
            if (change.isFromClient()) {
                UI.getCurrent().navigate(DirectivesView.class, address());
            }
        });

        columns();
        KeyedPages<DirectiveSummary, DirectiveId> pages = new KeyedPages<>(
                Directives.NEWEST,
                summary -> summary.directive().id(),
                (after, limit) -> directives.list(search.getValue(), after, limit));
        grid.setItems(pages::fetch);
        updates.refreshOn(this, change -> true, () -> grid.getDataProvider().refreshAll());
        imports = caller.get().is(Role.SUPERVISOR);
        PageHeader header = new PageHeader(getTranslation("directives.title"), getTranslation("directives.subtitle"));
        header.setActions(imports ? new Component[] {search, importButton()} : new Component[] {search});
        add(header, grid);
    }

    private Button importButton() {
        Button button =
                new Button(getTranslation("directives.import"), VaadinIcon.FILE_ADD.create(), click -> UI.getCurrent()
                        .navigate(Routes.IMPORT));
        button.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        return button;
    }

    private QueryParameters address() {
        return search.isEmpty() ? QueryParameters.empty() : QueryParameters.of(SEARCH, search.getValue());
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SEARCH)
                .orElse("");
        if (!search.getValue().equals(asked)) {
            search.setValue(asked);
        }
        showAgain();
    }

    /** An empty list has another reason while something is searched for. */
    private void showAgain() {
        grid.setEmptyStateComponent(emptyState());
        grid.getDataProvider().refreshAll();
    }

    private EmptyState emptyState() {
        if (!search.isEmpty()) {
            return new EmptyState(VaadinIcon.FILE_TEXT_O, getTranslation("directives.notFound", search.getValue()));
        }
        return imports
                ? new EmptyState(VaadinIcon.FILE_TEXT_O, getTranslation("directives.empty.import"), importButton())
                : new EmptyState(VaadinIcon.FILE_TEXT_O, getTranslation("directives.empty"));
    }

    private void columns() {
        grid.addClassNames("directives-grid", "row-link-grid");
        grid.addItemClickListener(click -> UI.getCurrent()
                .navigate(Routes.directive(click.getItem().directive().id().value())));
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(summary -> heading(summary.directive()))
                .setHeader(getTranslation("directives.column.directive"))
                .setFlexGrow(1);
        grid.addColumn(summary -> formats.day(summary.directive().issued()))
                .setHeader(getTranslation("directive.issued"))
                .setWidth("7.5rem")
                .setFlexGrow(0);
        grid.addColumn(summary -> DirectiveTexts.period(summary.directive()))
                .setHeader(getTranslation("directive.period"))
                .setWidth("7.5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(
                        summary -> DirectiveTexts.badge(summary.directive().state()))
                .setHeader(getTranslation("directive.state"))
                .setWidth("8.5rem")
                .setFlexGrow(0);
        number("directives.column.rows", DirectiveSummary::rows, "");
        number("directives.column.keyTasks", DirectiveSummary::keyTasks, "");
        number("directives.column.closed", DirectiveSummary::closed, "");
        number("directives.column.overdue", DirectiveSummary::overdue, "late");
        grid.addComponentColumn(Glance::new)
                .setHeader(getTranslation("directives.column.progress"))
                .setWidth("9.5rem")
                .setFlexGrow(0);
        Narrow.cardBelow(grid, grid.addComponentColumn(this::card).setFlexGrow(1));
    }

    private void number(String header, ToIntFunction<DirectiveSummary> count, String partIfAny) {
        grid.addColumn(count::applyAsInt)
                .setHeader(getTranslation(header))
                .setTextAlign(ColumnTextAlign.END)
                .setPartNameGenerator(summary -> "figure" + (count.applyAsInt(summary) > 0 ? " " + partIfAny : " none"))
                .setWidth("5.5rem")
                .setFlexGrow(0);
    }

    private static Div heading(Directive directive) {
        Anchor link = new Anchor(Routes.directive(directive.id().value()), directive.title());
        link.addClassName("directive-link");
        Span source = new Span(
                directive.number() == null ? directive.issuer() : directive.number() + " · " + directive.issuer());
        source.addClassName("directive-source");
        Div heading = new Div(link, source);
        heading.addClassName("directive-heading");
        return heading;
    }

    private Component card(DirectiveSummary summary) {
        Directive directive = summary.directive();
        Div facts = new Div(
                DirectiveTexts.badge(directive.state()),
                new Span(formats.day(directive.issued())),
                new Span(getTranslation("directives.card.rows", summary.rows())));
        if (summary.overdue() > 0) {
            Span late = new Span(getTranslation("directives.card.overdue", summary.overdue()));
            late.addClassName("late");
            facts.add(late);
        }
        facts.addClassName("directive-card-facts");
        Div card = new Div(heading(directive), facts, new Glance(summary));
        card.addClassName("directive-card");
        return card;
    }

    @Override
    public String getPageTitle() {
        return getTranslation("directives.title");
    }
}
