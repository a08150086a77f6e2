package org.duban.inbox.ui;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;

/** What waits for the caller, by due date. Where nothing ever waits for the caller, it leads to what they come for. */
@Route(Routes.INBOX)
@PermitAll
@Menu(order = 10, icon = "vaadin:inbox", title = "nav.inbox")
class InboxView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    /** So many can be chosen and done together. */
    private static final int MOST_AT_ONCE = 200;

    private final transient Inbox inbox;
    private final transient WorkingCalendar calendar;
    private final transient Caller caller;
    private final Set<ItemKind> possible;
    private final List<InboxNotice> notices;
    private final Div told = new Div();
    private final Div filter = new Div();
    private final InboxGrid grid;
    private final Map<ItemKind, BatchBar> batches = new EnumMap<>(ItemKind.class);
    private final Map<ItemKind, List<OpenItem>> waiting = new EnumMap<>(ItemKind.class);
    private Set<ItemKind> chosen;

    InboxView(
            Inbox inbox,
            CurrentCaller currentCaller,
            Formats formats,
            WorkingCalendar calendar,
            List<ItemAction> actions,
            List<InboxNotice> notices,
            LiveUpdates updates) {
        this.inbox = inbox;
        this.calendar = calendar;
        this.notices = notices;
        this.caller = currentCaller.get();
        this.possible = Kinds.of(caller);
        this.chosen = possible;
        actions.stream()
                .filter(action -> possible.contains(action.kind()))
                .forEach(action -> batches.put(
                        action.kind(), new BatchBar(action, items -> choose(action.kind(), items), this::refresh)));
        grid = new InboxGrid(
                new ItemCells(formats, actions, this::refresh), caller.is(Role.SUPERVISOR), batches.keySet());
        if (!batches.isEmpty()) {
            grid.addSelectionListener(selection -> showBatches());
        }
        addClassNames("page", "page-full", "inbox-view");
        add(new PageHeader(getPageTitle(), getTranslation("inbox.subtitle")), told, filter);
        tell();
        batches.values().forEach(this::add);
        add(grid);
        updates.refreshOn(this, change -> true, this::refresh);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String elsewhere = elsewhere(event.getTrigger());
        if (elsewhere == null) {
            show(Kinds.chosen(event.getLocation().getQueryParameters(), possible));
        } else {
            event.forwardTo(elsewhere);
        }
    }

    /**
     * What somebody comes for who never gets work, or who leads and has not asked for the inbox while nothing waits in it;
     * {@code null} for all others.
     */
    private String elsewhere(NavigationTrigger trigger) {
        if (possible.isEmpty()) {
            return Routes.ACCOUNTS;
        }
        boolean leadsOnly = possible.equals(EnumSet.of(ItemKind.CONFIRM_INSTRUCTION));
        boolean askedFor = trigger == NavigationTrigger.CLIENT_SIDE || trigger == NavigationTrigger.ROUTER_LINK;
        return leadsOnly && !askedFor && inbox.count() == 0 ? Routes.OVERDUE : null;
    }

    private void show(Set<ItemKind> kinds) {
        chosen = kinds;
        filter.removeAll();
        filter.add(new KindFilter(possible, chosen));
        boolean all = chosen.equals(possible);
        grid.setEmptyStateComponent(new EmptyState(
                all ? VaadinIcon.CHECK_CIRCLE_O : VaadinIcon.FILTER,
                getTranslation(all ? "inbox.empty" : "inbox.empty.filtered")));
        KeyedPages<InboxRow, DueKey> pages =
                new KeyedPages<>(DueKey.START, row -> row.key(calendar.today()), (after, limit) -> InboxRow.grouped(
                                (from, most) -> inbox.mine(chosen, from, most), calendar.today())
                        .read(after, limit));
        grid.setItems(pages::fetch);
        readBatches();
    }

    private void tell() {
        told.removeAll();
        notices.forEach(notice -> notice.content().ifPresent(told::add));
    }

    void refresh() {
        tell();
        grid.getDataProvider().refreshAll();
        readBatches();
    }

    /** What is chosen stays so as far as it still waits. */
    private void readBatches() {
        batches.keySet().forEach(kind -> {
            waiting.put(kind, chosen.contains(kind) ? waiting(kind) : List.of());
            choose(
                    kind,
                    waiting.get(kind).stream()
                            .filter(grid.chosen(kind)::contains)
                            .toList());
        });
        showBatches();
    }

    private List<OpenItem> waiting(ItemKind kind) {
        return inbox.mine(EnumSet.of(kind), DueKey.START, MOST_AT_ONCE).rows();
    }

    private void choose(ItemKind kind, List<OpenItem> items) {
        LocalDate today = calendar.today();
        grid.choose(
                kind,
                items.stream()
                        .map(item -> new InboxRow(DueGroup.of(item.dueOn(), today), item))
                        .collect(Collectors.toSet()));
    }

    private void showBatches() {
        batches.forEach((kind, bar) -> bar.show(waiting.getOrDefault(kind, List.of()), grid.chosen(kind)));
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.inbox");
    }
}
