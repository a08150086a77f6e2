package org.duban.directive;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.duban.account.AccountId;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Directives and their division tables, as far as the caller may see them: supervisors their own, leaders all. */
@Service
@Transactional
public class Directives {

    private final DirectiveRepository directives;
    private final DivisionTableRepository tables;
    private final CurrentCaller caller;
    private final DirectiveWorkflow workflow;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    Directives(
            DirectiveRepository directives,
            DivisionTableRepository tables,
            CurrentCaller caller,
            DirectiveWorkflow workflow,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.directives = directives;
        this.tables = tables;
        this.caller = caller;
        this.workflow = workflow;
        this.calendar = calendar;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public List<DirectiveSummary> list() {
        return directives.summaries(caller.get());
    }

    /** @throws Refusal if there is none that the caller may see */
    @Transactional(readOnly = true)
    public Directive get(DirectiveId id) {
        return directives.findVisible(id, caller.get()).orElseThrow(Refusal::notFound);
    }

    @Transactional(readOnly = true)
    public List<DivisionRow> rows(DirectiveId id) {
        get(id);
        return tables.rows(id);
    }

    @Transactional(readOnly = true)
    public List<Target> goals(DirectiveId id) {
        get(id);
        return tables.goals(id);
    }

    /** Whether the caller may edit and launch it. */
    @Transactional(readOnly = true)
    public boolean supervisedByCaller(DirectiveId id) {
        return directives.supervises(id, caller.get());
    }

    /**
     * Sets or clears the due date of a row that is not launched yet.
     *
     * @throws Refusal if the directive is launched already, or the date is in the past
     */
    public void setDue(DirectiveId id, DivisionRowId row, LocalDate dueOn) {
        requireDraft(id);
        if (dueOn != null && dueOn.isBefore(calendar.today())) {
            throw new Refusal("refusal.directive.dueInPast");
        }
        tables.setDue(id, row, dueOn);
    }

    /**
     * Asks for every row that names departments to become a key task. They follow in the background, each exactly once
     * even if the server stops in between.
     *
     * @param fallbackDue due date of rows that name none
     * @throws Refusal if it was launched before, no row can be launched, or the fallback date is in the past
     */
    public void launch(DirectiveId id, ReportingFrequency reporting, LocalDate fallbackDue) {
        requireDraft(id);
        if (fallbackDue == null || fallbackDue.isBefore(calendar.today())) {
            throw new Refusal("refusal.directive.dueInPast");
        }
        if (tables.rows(id).stream().noneMatch(DivisionRow::launchable)) {
            throw new Refusal("refusal.directive.nothingToLaunch");
        }
        directives.markLaunching(id, reporting, fallbackDue, calendar.now());
        workflow.launchRequested(id);
        events.publishEvent(new WorkChanged(id.value(), null));
    }

    private void requireDraft(DirectiveId id) {
        Caller me = caller.require(Role.SUPERVISOR);
        if (!directives.supervises(id, me)) {
            throw Refusal.notFound();
        }
        if (directives.lock(id).state() != Directive.State.DRAFT) {
            throw new Refusal("refusal.directive.launchedBefore");
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

    /** Enters a directive and its table; called where seeds are read, without a caller. */
    public DirectiveId registerAsSystem(NewDirective directive) {
        DirectiveId id = directives.insert(directive);
        tables.insert(id, directive);
        return id;
    }

    /** Entrusts a directive to a supervisor; called where seeds are read, without a caller. */
    public void entrustAsSystem(DirectiveId id, AccountId supervisor) {
        directives.entrust(id, supervisor);
    }

    /** Targets of a row, for whoever has made sure already that the caller may see the row's key task. */
    @Transactional(readOnly = true)
    public List<Target> targetsAsSystem(DivisionRowId row) {
        return tables.targetsOfRow(row);
    }

    @Transactional(readOnly = true)
    public Optional<DirectiveId> bySlugAsSystem(String slug) {
        return directives.findBySlug(slug);
    }
}
