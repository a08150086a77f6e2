package org.duban.administration.ui;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.duban.base.Slice;
import org.duban.base.WorkingCalendar;
import org.duban.ui.EmptyState;
import org.duban.ui.Formats;
import org.duban.ui.KeyedPages;
import org.duban.ui.Narrow;
import org.duban.ui.Notices;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;
import org.duban.ui.StatusBadge;
import org.duban.ui.StatusBadge.Tone;
import org.duban.watchdog.ModelMoves;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Trouble.Group;
import org.duban.watchdog.Trouble.Key;
import org.duban.watchdog.Watchdog;

/** 运行监测: what nobody and nothing moves, and what the system tried in vain. */
@Route(Routes.WATCHDOG)
@RolesAllowed("SYSADMIN")
@Menu(order = 95, icon = "vaadin:doctor", title = "nav.watchdog")
class WatchdogView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient Watchdog watchdog;
    private final transient Formats formats;
    private final transient WorkingCalendar calendar;
    private final PageHeader header = new PageHeader(getTranslation("nav.watchdog"));
    private final TroubleCounters counters = new TroubleCounters();
    private final Grid<Trouble> grid = new Grid<>();
    private final OutdatedModels models;
    private final EmptyState calm = new EmptyState(VaadinIcon.CHECK_CIRCLE_O, getTranslation("watchdog.empty"));
    private Set<Group> chosen = EnumSet.allOf(Group.class);
    private transient Slice<Trouble> seen;

    WatchdogView(Watchdog watchdog, ModelMoves moves, Formats formats, WorkingCalendar calendar, Pulse pulse) {
        this.watchdog = watchdog;
        this.formats = formats;
        this.calendar = calendar;
        this.models = new OutdatedModels(moves, this::readAgain);
        addClassNames("page", "page-full", "watchdog-view");
        calm.addClassName("watch-calm");
        buildGrid(new TroubleCells(formats, this::retry));
        add(header, models, counters, calm, grid);
        pulse.refresh(this, this::glance);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        chosen = TroubleCounters.chosen(event.getLocation().getQueryParameters());
        readAgain();
    }

    /** What a glance does not find is read on entering, on trying again, and when there is something new anyway. */
    private void glance() {
        if (!firstOnes().equals(seen)) {
            readAgain();
        }
    }

    private Slice<Trouble> firstOnes() {
        return watchdog.list(Watchdog.AT_A_GLANCE, Key.START, Watchdog.COUNTED_AT_MOST);
    }

    private void readAgain() {
        seen = firstOnes();
        Map<Group, Integer> counts = watchdog.counts(EnumSet.allOf(Group.class));
        boolean allWell = counts.values().stream().allMatch(count -> count == 0);
        counters.show(counts, chosen);
        models.readAgain();
        header.setSubtitle(getTranslation("watchdog.checked", formats.brief(calendar.now())));
        header.setMarks(
                allWell
                        ? new StatusBadge(Tone.SUCCESS, getTranslation("watchdog.well"))
                        : new StatusBadge(Tone.ERROR, getTranslation("watchdog.unwell")));
        calm.setVisible(allWell);
        grid.setVisible(!allWell);
        grid.getDataProvider().refreshAll();
    }

    private void retry(Trouble trouble) {
        if (Notices.attempt(() -> watchdog.retry(trouble.key()))) {
            Notices.done("watchdog.retried", TroubleTexts.subject(trouble));
        }
        readAgain();
    }

    private void buildGrid(TroubleCells cells) {
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.NONE);
        grid.setEmptyStateComponent(new EmptyState(VaadinIcon.FILTER, getTranslation("watchdog.empty.group")));
        grid.addComponentColumn(cells::group)
                .setHeader(getTranslation("watchdog.column.group"))
                .setWidth("9rem")
                .setFlexGrow(0);
        grid.addComponentColumn(cells::subject)
                .setHeader(getTranslation("watchdog.column.subject"))
                .setFlexGrow(2);
        grid.addComponentColumn(cells::situation)
                .setHeader(getTranslation("watchdog.column.situation"))
                .setFlexGrow(3);
        grid.addColumn(cells::since)
                .setHeader(getTranslation("watchdog.column.since"))
                .setWidth("10rem")
                .setFlexGrow(0);
        grid.addComponentColumn(cells::action)
                .setHeader(getTranslation("watchdog.column.action"))
                .setWidth("9rem")
                .setFlexGrow(0);
        Narrow.cardBelow(grid, grid.addComponentColumn(cells::card).setFlexGrow(1));
        KeyedPages<Trouble, Key> pages =
                new KeyedPages<>(Key.START, Trouble::key, (after, limit) -> watchdog.list(chosen, after, limit));
        grid.setItems(pages::fetch).setIdentifierProvider(Trouble::key);
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.watchdog");
    }
}
