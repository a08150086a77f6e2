package org.duban.report.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import com.vaadin.flow.function.SerializableConsumer;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.base.DueKey;
import org.duban.base.Refusal;
import org.duban.report.BatchReviews;
import org.duban.report.JointReturns;
import org.duban.report.ReportDetails;
import org.duban.report.Reports;
import org.duban.report.ReviewRow;
import org.duban.report.Reviews;
import org.duban.ui.EmptyState;
import org.duban.ui.Formats;
import org.duban.ui.KeyedPages;
import org.duban.ui.LiveUpdates;
import org.duban.ui.Narrow;
import org.duban.ui.PageHeader;
import org.duban.ui.Routes;

/** Reports that wait for the supervisor, what burns first; beside them the one that is read now. */
@Route(Routes.REVIEWS)
@RolesAllowed("SUPERVISOR")
@Menu(order = 20, icon = "vaadin:clipboard-check", title = "nav.reviews")
class ReviewQueueView extends Div implements HasDynamicTitle {

    private final Reviews reviews;
    private final JointReturns joint;
    private final Reports reports;
    private final Formats formats;
    private final Grid<ReviewRow> grid = new Grid<>();
    private final KeyedPages<ReviewRow, DueKey> pages;
    private final Div queue = new Div(grid);
    private final Div reading = new Div();
    private final EmptyState empty;
    private final BatchBar batch;
    private ReviewRow read;
    private ReportDetails shown;
    private ReviewActions actions;
    private boolean narrow;

    ReviewQueueView(
            Reviews reviews,
            BatchReviews batchReviews,
            JointReturns joint,
            Reports reports,
            Formats formats,
            LiveUpdates updates) {
        this.reviews = reviews;
        this.joint = joint;
        this.reports = reports;
        this.formats = formats;
        this.pages = new KeyedPages<>(DueKey.START, ReviewQueueView::keyOf, reviews::queue);
        this.empty = new EmptyState(VaadinIcon.CHECK_CIRCLE_O, getTranslation("review.empty"));
        this.batch = new BatchBar(batchReviews, grid, this::readOn);
        queue.add(batch);
        addClassNames("page", "page-full", "review-page");
        queue.addClassName("review-queue");
        reading.addClassName("review-reading");
        Paragraph keys = new Paragraph(getTranslation("review.keys"));
        keys.addClassName("review-keys");
        Div columns = new Div(queue, reading);
        columns.addClassName("review-columns");
        add(new PageHeader(getTranslation("nav.reviews")), empty, columns, keys);
        configureGrid();
        Narrow.follow(this, now -> {
            narrow = now;
            readFirst();
            goOnByKeys();
        });
        updates.refreshOn(this, change -> true, this::refresh);
        onKey("KeyA", ReviewActions::confirmAccept);
        onKey("KeyR", ReviewActions::giveBack);
    }

    /** Each press counts once: a key that is held down repeats itself, which a shortcut could not tell apart. */
    private void onKey(String code, SerializableConsumer<ReviewActions> action) {
        getElement()
                .addEventListener("keydown", press -> onRead(action))
                .setFilter("event.code === '" + code
                        + "' && !event.repeat && !event.ctrlKey && !event.metaKey && !event.altKey");
    }

    private void configureGrid() {
        ReviewCells cells = new ReviewCells(formats);
        grid.addThemeVariants(GridVariant.LUMO_NO_BORDER, GridVariant.LUMO_WRAP_CELL_CONTENT);
        grid.setSelectionMode(Grid.SelectionMode.MULTI);
        grid.addComponentColumn(cells::report)
                .setHeader(getTranslation("review.column.report"))
                .setFlexGrow(1);
        grid.setPartNameGenerator(row -> isRead(row) ? "read-now" : null);
        CallbackDataProvider<ReviewRow, Void> rows = new CallbackDataProvider<>(
                pages::fetch,
                query -> {
                    throw new UnsupportedOperationException("The queue is never counted");
                },
                ReviewRow::reportId);
        grid.setItems(rows);
        grid.getLazyDataView().setItemCountUnknown();
        grid.addItemClickListener(click -> open(click.getItem()));
        // walking with the arrow keys reads on; on a narrow screen that would leave the page
        grid.addCellFocusListener(focus -> {
            if (!narrow) {
                focus.getItem().filter(this::isWaiting).ifPresent(this::read);
            }
        });
        grid.addSelectionListener(selection -> batch.show());
    }

    private void readFirst() {
        List<ReviewRow> first = reviews.queue(DueKey.START, 1).rows();
        empty.setVisible(first.isEmpty());
        queue.setVisible(!first.isEmpty());
        if (first.isEmpty() || narrow) {
            read = null;
            actions = null;
            reading.removeAll();
        } else {
            read(first.getFirst());
        }
    }

    private void open(ReviewRow row) {
        if (narrow) {
            UI.getCurrent().navigate(Routes.report(row.reportId().value()));
        } else {
            read(row);
        }
    }

    private void read(ReviewRow row) {
        if (isRead(row)) {
            return;
        }
        ReviewRow before = read;
        read = row;
        show(reports.details(row.reportId()));
        if (before != null) {
            grid.getDataProvider().refreshItem(before);
        }
        grid.getDataProvider().refreshItem(row);
    }

    private void show(ReportDetails details) {
        shown = details;
        ReportReading page = new ReportReading(
                details, reports.previous(details.report().id()), reviews, joint, formats, this::readNext);
        actions = page.actions();
        reading.removeAll();
        reading.add(page);
    }

    /** The one behind the one that was just reviewed, or the first where that was the last. */
    private void readNext() {
        ReviewRow reviewed = read;
        grid.deselect(reviewed);
        pages.reset();
        grid.getDataProvider().refreshAll();
        List<ReviewRow> behind = reviews.queue(keyOf(reviewed), 1).rows();
        if (behind.isEmpty()) {
            readFirst();
        } else {
            read(behind.getFirst());
        }
        goOnByKeys();
    }

    /** After several were reviewed together: the first that still waits, unless the one that is read does. */
    private void readOn() {
        refresh();
        if (read != null && !isWaiting(read)) {
            readFirst();
        }
        goOnByKeys();
    }

    /**
     * Puts the keyboard on the row that is read: what was clicked is gone. Vaadin's grid can't be told to focus a row;
     * where the one that is read is out of sight, the cell that the Tab key would reach stands in. It waits for the new
     * rows.
     */
    private void goOnByKeys() {
        grid.getElement()
                .executeJs("setTimeout(() => (this.shadowRoot.querySelector("
                        + "'#items tr:not([hidden]) > [part~=read-now]') ?? this._itemsFocusable)?.focus(), 100)");
    }

    /** New ones appear, reviewed ones go; what is selected and what is read stays as far as it still waits. */
    void refresh() {
        Set<Long> selected = grid.getSelectedItems().stream()
                .map(row -> row.submission().id())
                .collect(Collectors.toSet());
        Set<Long> waiting = reviews.stillWaiting(selected);
        grid.getSelectedItems().stream()
                .filter(row -> !waiting.contains(row.submission().id()))
                .toList()
                .forEach(grid::deselect);
        pages.reset();
        grid.getDataProvider().refreshAll();
        if (read == null) {
            readFirst();
        } else {
            readAgain();
        }
    }

    /** Leaves a page alone that is being read, unless something of it is different now. */
    private void readAgain() {
        try {
            ReportDetails now = reports.details(read.reportId());
            if (!now.equals(shown)) {
                show(now);
            }
        } catch (Refusal gone) {
            readFirst();
        }
    }

    private void onRead(SerializableConsumer<ReviewActions> action) {
        if (actions != null) {
            action.accept(actions);
        }
    }

    /** A dialog that closes gives the focus back to a cell that may still hold the row that was just reviewed. */
    private boolean isWaiting(ReviewRow row) {
        return !reviews.stillWaiting(Set.of(row.submission().id())).isEmpty();
    }

    private boolean isRead(ReviewRow row) {
        return read != null && read.reportId().equals(row.reportId());
    }

    private static DueKey keyOf(ReviewRow row) {
        return new DueKey(row.item().dueOn(), row.item().id());
    }

    @Override
    public String getPageTitle() {
        return getTranslation("nav.reviews");
    }
}
