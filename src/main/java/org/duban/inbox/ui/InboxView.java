package org.duban.inbox.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Set;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.DueKey;
import org.duban.base.WorkingCalendar;
import org.duban.inbox.Inbox;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.ui.EmptyState;
import org.duban.ui.Formats;
import org.duban.ui.KeyedPages;
import org.duban.ui.LiveUpdates;
import org.duban.ui.Narrow;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;

/** What waits for the caller, by due date. Where nothing ever waits for the caller, it leads to what they come for. */
@Route(Routes.INBOX)
@PermitAll
@Menu(order = 10, icon = "vaadin:inbox", title = "nav.inbox")
class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Inbox inbox;
    private final transient WorkingCalendar calendar;
    private final transient Caller caller;
    private final transient ItemCells cells;
    private final Set<ItemKind> possible;
    private final Div filter = new Div();
    private final Grid<OpenItem> grid = new Grid<>();
    private Set<ItemKind> chosen;
    private OpenItem focused;

    InboxView(
            Inbox inbox,
            CurrentCaller currentCaller,
            Formats formats,
            WorkingCalendar calendar,
            List<ItemAction> actions,
            LiveUpdates updates) {
        this.inbox = inbox;
        this.calendar = calendar;
        this.caller = currentCaller.get();
        this.cells = new ItemCells(formats, actions, this::refresh);
        this.possible = Kinds.of(caller);
        this.chosen = possible;
        addClassNames("page", "page-full", "inbox-view");
        buildGrid(actions.stream().anyMatch(action -> possible.contains(action.kind())));
        add(new PageHeader(getPageTitle(), getTranslation("inbox.subtitle")), filter, grid);
        updates.refreshOn(this, change -> true, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String elsewhere = elsewhere(caller);
        if (elsewhere == null) {
            show(Kinds.chosen(event.getLocation().getQueryParameters(), possible));
        } else {
            event.forwardTo(elsewhere);
        }
    }

    /** What somebody comes for who never gets work; {@code null} for all others. */
    private static String elsewhere(Caller caller) {
        if (!Kinds.of(caller).isEmpty()) {
            return null;
        }
        return caller.is(Role.LEADER) ? Routes.OVERDUE : Routes.ACCOUNTS;
    }

    private void show(Set<ItemKind> kinds) {
        chosen = kinds;
        filter.removeAll();
        filter.add(new KindFilter(possible, chosen));
        boolean all = chosen.equals(possible);
        grid.setEmptyStateComponent(new EmptyState(
                all ? VaadinIcon.CHECK_CIRCLE_O : VaadinIcon.FILTER,
                getTranslation(all ? "inbox.empty" : "inbox.empty.filtered")));
        KeyedPages<OpenItem, DueKey> pages = new KeyedPages<>(
                DueKey.START,
                item -> new DueKey(item.dueOn(), item.id()),
                (after, limit) -> inbox.mine(chosen, after, limit));
        grid.setItems(pages::fetch);
    }

    private void refresh() {
        grid.getDataProvider().refreshAll();
    }

    private void buildGrid(boolean withActions) {
        boolean withDepartment = caller.is(Role.SUPERVISOR);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER);
        grid.addClassName("row-link-grid");
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.addComponentColumn(cells::verb)
                .setHeader(getTranslation("inbox.what"))
                .setWidth("9.5rem")
                .setFlexGrow(0);
        grid.addComponentColumn(cells::task)
                .setHeader(getTranslation("inbox.task"))
                .setFlexGrow(1);
        if (withDepartment) {
            grid.addColumn(cells::about)
                    .setHeader(getTranslation("inbox.about"))
                    .setWidth("9rem")
                    .setFlexGrow(0);
        }
        grid.addComponentColumn(cells::due)
                .setHeader(getTranslation("inbox.due"))
                .setWidth("14.5rem")
                .setFlexGrow(0);
        grid.addColumn(cells::since)
                .setHeader(getTranslation("inbox.since"))
                .setWidth("10rem")
                .setFlexGrow(0);
        if (withActions) {
            grid.addComponentColumn(cells::actions).setWidth("8rem").setFlexGrow(0);
        }
        Narrow.cardBelow(
                grid,
                grid.addComponentColumn(item -> cells.card(item, withDepartment))
                        .setFlexGrow(1));
        grid.setPartNameGenerator(item -> item.dueOn().isBefore(calendar.today()) ? "overdue-row" : null);
        grid.addItemClickListener(click -> open(click.getItem()));
        openByEnter();
    }

    /** Enter opens the focused row. In a cell's link or button it is theirs: then the event comes from that element. */
    private void openByEnter() {
        grid.addCellFocusListener(focus -> focused = focus.getItem().orElse(null));
        grid.getElement()
                .addEventListener("keydown", event -> {
                    if (focused != null) {
                        open(focused);
                    }
                })
                .setFilter("event.key === 'Enter' && event.target === element");
    }

    private static void open(OpenItem item) {
        UI.getCurrent().navigate(Kinds.address(item));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.inbox");
    }
}
