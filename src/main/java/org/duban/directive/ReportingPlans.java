package org.duban.directive;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 报告要求: how the departments of a launched directive report from now on. Its supervisors decide it. */
@Service
@Transactional
public class ReportingPlans {

    private final DirectiveRepository directives;
    private final DirectiveWorkflow workflow;
    private final ReportDates dates;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    ReportingPlans(
            DirectiveRepository directives,
            DirectiveWorkflow workflow,
            ReportDates dates,
            WorkingCalendar calendar,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.directives = directives;
        this.workflow = workflow;
        this.dates = dates;
        this.calendar = calendar;
        this.caller = caller;
        this.events = events;
    }

    /** When reports of each length would first be due after a launch today; none for {@link ReportingFrequency#NONE}. */
    public Map<ReportingFrequency, LocalDate> firstDue(int day) {
        Map<ReportingFrequency, LocalDate> days = new EnumMap<>(ReportingFrequency.class);
        for (ReportingFrequency frequency : ReportingFrequency.values()) {
            if (frequency != ReportingFrequency.NONE) {
                days.put(frequency, dates.firstDueOn(calendar.today(), frequency, day));
            }
        }
        return days;
    }

    /**
     * Changes the plan for periods that open from now on; those that are open go on as they are.
     *
     * @param before as the caller had it on the screen
     * @throws Refusal if the directive is not the caller's, is not launched yet, the plan is not {@code before} any more,
     *     or a number is out of range
     */
    public void change(DirectiveId id, ReportingPlan before, ReportingPlan plan) {
        if (!directives.supervises(id, caller.require(Role.SUPERVISOR))) {
            throw Refusal.notFound();
        }
        Directive directive = directives.lock(id).orElseThrow(Refusal::notFound);
        if (directive.state() == Directive.State.DRAFT) {
            throw new Refusal("refusal.reporting.notLaunched");
        }
        if (!directive.plan().equals(before)) {
            throw Refusal.alreadyHandled();
        }
        plan.check();
        if (plan.equals(before)) {
            return;
        }
        directives.setPlan(id, plan, plan.frequency() == before.frequency() ? null : calendar.now());
        // while rows are being launched, the process comes by anyway
        if (directive.state() == Directive.State.RUNNING) {
            workflow.reportingChanged(id);
        }
        events.publishEvent(new WorkChanged(id.value(), null));
    }
}
