package org.duban.task.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.task.CheckSamples;
import org.duban.task.KeyTaskFilter;
import org.duban.task.KeyTaskRow;
import org.duban.task.KeyTasks;
import org.duban.task.LedgerKey;
import org.duban.ui.DepartmentPicker;
import org.duban.ui.EmptyState;
import org.duban.ui.Formats;
import org.duban.ui.KeyedPages;
import org.duban.ui.LiveUpdates;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;

/** The ledger: all key tasks that the reader may see, open ones first, by due date. The filter stands in the address. */
@Route(Routes.TASKS)
@RolesAllowed({"STAFF", "HEAD", "SUPERVISOR", "LEADER"})
@Menu(order = 30, icon = "vaadin:tasks", title = "nav.tasks")
class LedgerView extends Div implements AfterNavigationObserver, HasDynamicTitle {

    private final KeyTasks tasks;
    private final Directives directives;
    private final SampleBar samples;
    private final FilterPanel filters;
    private final LedgerGrid grid;
    private final KeyedPages<KeyTaskRow, LedgerKey> pages;
    private final Div empty = new Div();
    private KeyTaskFilter filter = KeyTaskFilter.ALL;

    LedgerView(
            KeyTasks tasks,
            Directives directives,
            CheckSamples checkSamples,
            CompletionDialogs dialogs,
            DepartmentPicker departments,
            Formats formats,
            LiveUpdates updates) {
        this.tasks = tasks;
        this.directives = directives;
        samples = new SampleBar(checkSamples, dialogs, formats, this::refresh);
        filters = new FilterPanel(tasks, departments, this::address);
        grid = new LedgerGrid(formats);
        pages = new KeyedPages<>(
                LedgerKey.START, row -> LedgerKey.of(row.task()), (after, limit) -> tasks.list(filter, after, limit));
        grid.setItems(pages::fetch);
        addClassNames("page", "ledger");
        add(new PageHeader(getTranslation("nav.tasks")), filters, samples, grid, empty);
        updates.refreshOn(this, change -> true, this::refresh);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        KeyTaskFilter asked = FilterAddress.read(event.getLocation().getQueryParameters());
        filter = asked;
        if (!filters.value().equals(asked)) {
            filters.show(asked);
        }
        refresh();
    }

    private void address(KeyTaskFilter changed) {
        UI.getCurrent().navigate(LedgerView.class, FilterAddress.of(changed));
    }

    private void refresh() {
        DirectiveId directive = filter.directive();
        samples.show(directive != null && directives.supervisedByCaller(directive) ? directive : null);
        boolean any = anyIn(filter);
        grid.setVisible(any);
        empty.removeAll();
        if (any) {
            pages.reset();
            grid.getDataProvider().refreshAll();
        } else {
            empty.add(emptyState());
        }
    }

    private Component emptyState() {
        if (filter.equals(KeyTaskFilter.ALL)) {
            return new EmptyState(VaadinIcon.TASKS, getTranslation("ledger.empty.message"));
        }
        List<Component> ways = new ArrayList<>();
        filters.loosened().forEach((words, without) -> {
            if (anyIn(without)) {
                Button loosen = new Button(
                        getTranslation("ledger.empty.without", words),
                        VaadinIcon.CLOSE_SMALL.create(),
                        click -> address(without));
                loosen.addThemeVariants(ButtonVariant.LUMO_SMALL);
                ways.add(loosen);
            }
        });
        String sentence =
                getTranslation(ways.isEmpty() ? "ledger.empty.filtered.message" : "ledger.empty.filtered.hint");
        if (ways.isEmpty()) {
            ways.add(new Button(getTranslation("ledger.filter.clear"), click -> address(KeyTaskFilter.ALL)));
        }
        return new EmptyState(VaadinIcon.FILTER, sentence, ways.toArray(Component[]::new));
    }

    private boolean anyIn(KeyTaskFilter wanted) {
        return !tasks.list(wanted, LedgerKey.START, 1).rows().isEmpty();
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.tasks");
    }
}
