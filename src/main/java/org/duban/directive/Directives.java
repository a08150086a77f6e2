package org.duban.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.account.Handling;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.Slice;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Directives and their division tables, as far as the caller may see them: supervisors their own, leaders all. */
@Service
@Transactional
public class Directives {

    /** Where the first page of the list starts. */
    public static final DirectiveId NEWEST = new DirectiveId(Long.MAX_VALUE);

    /** Where the first page of a table starts. */
    public static final int FIRST_ROW = -1;

    /** No due date is farther away. */
    public static final int FARTHEST_DUE_YEARS = 50;

    private final DirectiveRepository directives;
    private final DirectiveListRepository lists;
    private final DivisionTableRepository tables;
    private final DivisionRowRepository rows;
    private final SupervisionRepository supervision;
    private final LaunchPreviews previews;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;
    private final DirectiveWorkflow workflow;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    Directives(
            DirectiveRepository directives,
            DirectiveListRepository lists,
            DivisionTableRepository tables,
            DivisionRowRepository rows,
            SupervisionRepository supervision,
            LaunchPreviews previews,
            CurrentCaller caller,
            HandledBefore handledBefore,
            DirectiveWorkflow workflow,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.directives = directives;
        this.lists = lists;
        this.tables = tables;
        this.rows = rows;
        this.supervision = supervision;
        this.previews = previews;
        this.caller = caller;
        this.handledBefore = handledBefore;
        this.workflow = workflow;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * Directives whose title, number or issuer contains the text, last entered first, behind {@code after}.
     *
     * @param after {@link #NEWEST} for the first page
     */
    @Transactional(readOnly = true)
    public Slice<DirectiveSummary> list(String text, DirectiveId after, int limit) {
        return Slice.of(lists.page(text, caller.get(), after, limit + 1), limit);
    }

    /** @throws Refusal if there is none that the caller may see */
    @Transactional(readOnly = true)
    public Directive get(DirectiveId id) {
        return directives.findVisible(id, caller.get()).orElseThrow(Refusal::notFound);
    }

    /** The directive with its counts. @throws Refusal if there is none that the caller may see */
    @Transactional(readOnly = true)
    public DirectiveSummary summary(DirectiveId id) {
        return lists.withCounts(List.of(get(id))).getFirst();
    }

    /**
     * A piece of the table in the order of the document.
     *
     * @param afterPosition position of the last row that was read, or {@link #FIRST_ROW}
     */
    @Transactional(readOnly = true)
    public Slice<DivisionRow> rows(DirectiveId id, int afterPosition, int limit) {
        get(id);
        return Slice.of(rows.page(id, afterPosition, limit + 1), limit);
    }

    @Transactional(readOnly = true)
    public List<Target> goals(DirectiveId id) {
        get(id);
        return rows.goals(id);
    }

    /** Whether the caller may edit and launch it. */
    @Transactional(readOnly = true)
    public boolean supervisedByCaller(DirectiveId id) {
        return directives.supervises(id, caller.get());
    }

    /** Sets or clears the due date of one row. @see #setDue(DirectiveId, Set, LocalDate) */
    public Undo setDue(DirectiveId id, DivisionRowId row, LocalDate dueOn) {
        return setDue(id, Set.of(row), dueOn);
    }

    /**
     * Sets or clears the due date of rows that are not launched yet; of all of them, or of none.
     *
     * @throws Refusal if the directive is not the caller's to edit, a row is launched already or none of it, or the date
     *     is in the past or too far away
     */
    public Undo setDue(DirectiveId id, Set<DivisionRowId> rows, LocalDate dueOn) {
        Directive directive = lock(id);
        if (directive.state() == Directive.State.LAUNCHING) {
            throw launchedBefore(directive);
        }
        if (dueOn != null) {
            requireSensible(dueOn, calendar.today());
        }
        List<DivisionRow> before = this.rows.of(id, rows);
        if (rows.isEmpty()) {
            return new Undo(id, before, Map.of());
        }
        if (!tables.setDue(id, rows, dueOn, new Handling(caller.get().accountId(), calendar.now()))) {
            throw directive.state() == Directive.State.DRAFT ? Refusal.notFound() : launchedBefore(directive);
        }
        events.publishEvent(new WorkChanged(id.value(), null));
        return new Undo(
                id,
                before,
                this.rows.of(id, rows).stream().collect(Collectors.toMap(DivisionRow::id, DivisionRow::revision)));
    }

    /**
     * What {@link #launch} would do now, or {@link #launchRemaining} where the directive was launched before.
     *
     * @throws Refusal as they do for the same directive
     */
    @Transactional(readOnly = true)
    public LaunchPreview previewLaunch(DirectiveId id) {
        Directive directive = get(id);
        requireSupervision(id);
        if (directive.state() != Directive.State.DRAFT && !rowsRemain(directive)) {
            throw launchedBefore(directive);
        }
        return previews.of(directive);
    }

    /**
     * Asks for every row that can be launched to become a key task: of those that it names, somebody would report and can
     * act. They follow in the background, each exactly once even if the server stops in between.
     *
     * @param fallbackDue due date of rows that name none
     * @throws Refusal if the directive is not the caller's to launch, it was launched before, no row can be launched, the
     *     fallback date is missing, in the past or too far away, or a number of the plan is out of range
     */
    public void launch(DirectiveId id, ReportingPlan plan, LocalDate fallbackDue) {
        Directive directive = lock(id);
        if (directive.state() != Directive.State.DRAFT) {
            throw launchedBefore(directive);
        }
        requireFallback(fallbackDue);
        plan.check();
        if (remaining(directive) == 0) {
            throw new Refusal("refusal.directive.nothingToLaunch");
        }
        Caller me = caller.get();
        directives.markLaunching(
                id, plan, fallbackDue, new Handling(me.accountId(), directives.behalf(id, me), calendar.now()));
        workflow.launchRequested(id);
        events.publishEvent(new WorkChanged(id.value(), null));
    }

    /** With everything about reports but their frequency as it mostly is. */
    public void launch(DirectiveId id, ReportingFrequency reporting, LocalDate fallbackDue) {
        launch(id, ReportingPlan.of(reporting), fallbackDue);
    }

    /**
     * Asks for the rows that stayed behind at the launch and can be launched by now, in the same way.
     *
     * @param fallbackDue due date of those among them that name none
     * @throws Refusal as {@link #launch} does, and if there is no such row
     */
    public void launchRemaining(DirectiveId id, LocalDate fallbackDue) {
        if (!rowsRemain(lock(id))) {
            throw new Refusal("refusal.directive.nothingRemaining");
        }
        requireFallback(fallbackDue);
        directives.markLaunchingRemaining(id, fallbackDue);
        workflow.remainingRowsRequested(id);
        events.publishEvent(new WorkChanged(id.value(), null));
    }

    private boolean rowsRemain(Directive directive) {
        return directive.state() == Directive.State.RUNNING && remaining(directive) > 0;
    }

    private int remaining(Directive directive) {
        return lists.withCounts(List.of(directive)).getFirst().remaining();
    }

    private void requireFallback(LocalDate fallbackDue) {
        if (fallbackDue == null) {
            throw new Refusal("refusal.directive.dueMissing");
        }
        requireSensible(fallbackDue, calendar.today());
    }

    /** @throws Refusal if a due date that somebody sets today is in the past or too far away */
    public static void requireSensible(LocalDate dueOn, LocalDate today) {
        if (dueOn.isBefore(today)) {
            throw new Refusal("refusal.directive.dueInPast");
        }
        if (dueOn.isAfter(today.plusYears(FARTHEST_DUE_YEARS))) {
            throw new Refusal("refusal.directive.dueTooFar", FARTHEST_DUE_YEARS);
        }
    }

    /** For its supervisors; of two who launch it at once the second finds it launched. */
    private Directive lock(DirectiveId id) {
        requireSupervision(id);
        return directives.lock(id).orElseThrow(Refusal::notFound);
    }

    private Refusal launchedBefore(Directive directive) {
        return directives
                .launch(directive.id())
                .map(launch -> handledBefore.naming("refusal.directive.launchedBy", launch))
                .orElseGet(() -> new Refusal("refusal.directive.launchedBefore"));
    }

    private void requireSupervision(DirectiveId id) {
        if (!directives.supervises(id, caller.require(Role.SUPERVISOR))) {
            throw Refusal.notFound();
        }
    }

    /** For the launch itself, which runs without a caller. */
    @Transactional(readOnly = true)
    public Directive getAsSystem(DirectiveId id) {
        return directives.find(id).orElseThrow(Refusal::notFound);
    }

    /** The launch is through; called by the launch itself, without a caller. */
    public void launchedAsSystem(DirectiveId id) {
        directives.markRunning(id);
        events.publishEvent(new WorkChanged(id.value(), null));
    }

    /**
     * A key task that had ended runs again; joins its supervisor's action. Two of them come one after the other, since the
     * process may have to begin anew.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void workReopenedAsSystem(DirectiveId id) {
        directives.lock(id).orElseThrow();
        workflow.reportingChanged(id);
    }

    /** Enters a directive and its table; called where seeds are read, without a caller. */
    public DirectiveId registerAsSystem(NewDirective directive) {
        DirectiveId id = directives.insert(directive);
        tables.insert(id, directive);
        return id;
    }

    /** Entrusts a directive to a supervisor; called where seeds are read, without a caller. */
    public void entrustAsSystem(DirectiveId id, AccountId supervisor) {
        supervision.entrust(id, supervisor);
    }

    /**
     * Targets of a row, for whoever has made sure already that the caller may see the row's key task.
     *
     * @param row {@code null} for a key task that comes from no row: no document promises anything of it
     */
    @Transactional(readOnly = true)
    public List<Target> targetsAsSystem(DivisionRowId row) {
        return row == null ? List.of() : rows.targetsOfRow(row);
    }

    /** The whole task of a row, where its table has more than titles; for the same. */
    @Transactional(readOnly = true)
    public Optional<String> textAsSystem(DivisionRowId row) {
        return rows.text(row);
    }

    @Transactional(readOnly = true)
    public Optional<DirectiveId> bySlugAsSystem(String slug) {
        return directives.findBySlug(slug);
    }
}
