package org.duban.ladder;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.ladder.ReminderRepository.Stage;
import org.duban.rule.Decision;
import org.duban.rule.DecisionTables;
import org.duban.task.KeyTaskId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 到期提醒: reminds of due days, once for each stage of {@code reminder.dmn}; of stages that passed while the system stood,
 * only of the one that fits today. What lies with the supervisors is not reminded of.
 */
@Service
@Transactional
public class Reminders {

    private static final String TABLE = "reminder";
    private static final int PAGE = 500;
    private static final int SHOWN = 50;

    /** One that is to be sent. */
    public record Due(long subject, KeyTaskId task) {}

    private final List<Deadlines> deadlines;
    private final ReminderRepository reminders;
    private final DecisionTables tables;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final ApplicationEventPublisher events;

    Reminders(
            List<Deadlines> deadlines,
            ReminderRepository reminders,
            DecisionTables tables,
            WorkingCalendar calendar,
            CurrentCaller caller,
            ApplicationEventPublisher events) {
        this.deadlines = deadlines;
        this.reminders = reminders;
        this.tables = tables;
        this.calendar = calendar;
        this.caller = caller;
        this.events = events;
    }

    /** Key tasks of which the caller's department was reminded and which are not over, the next ones first. */
    @Transactional(readOnly = true)
    public List<DueSoon> dueSoon() {
        Caller me = caller.get();
        if (me.departmentId() == null || !me.actsFor(me.departmentId())) {
            return List.of();
        }
        LocalDate today = calendar.today();
        return reminders.dueSoon(me.departmentId(), today, SHOWN).stream()
                .map(due -> new DueSoon(
                        due.task(), due.no(), due.title(), due.dueOn(), WorkingDays.left(calendar, due.dueOn(), today)))
                .toList();
    }

    /** The next ones in ascending order, behind {@code after}. */
    @Transactional(readOnly = true)
    public List<Due> dueAsSystem(long after, int limit) {
        return deadlines.stream()
                .flatMap(each -> due(each, after, limit).stream())
                .sorted(Comparator.comparingLong(Due::subject))
                .limit(limit)
                .toList();
    }

    /** Reminds, unless somebody acted on it meanwhile, or was reminded already. */
    public void remindAsSystem(long subject) {
        Optional<Deadline> known = find(subject);
        if (known.isEmpty()) {
            return;
        }
        KeyTaskId task = known.get().task();
        DirectiveId directive = reminders.lock(task);
        Map<Map<String, Object>, Decision> decided = new HashMap<>();
        find(subject)
                .filter(due -> reminds(due, reminders.sent(List.of(subject)), decided))
                .ifPresent(due -> {
                    reminders.insert(due, left(due), decide(due, decided), calendar.now());
                    events.publishEvent(new WorkChanged(directive.value(), task.value()));
                });
    }

    private Optional<Deadline> find(long subject) {
        return deadlines.stream()
                .flatMap(each -> each.find(subject).filter(each::reminds).stream())
                .findFirst();
    }

    /** The days are asked of the table one by one: it alone knows how far ahead it looks. */
    private List<Due> due(Deadlines all, long after, int limit) {
        Map<Map<String, Object>, Decision> decided = new HashMap<>();
        List<LocalDate> days = all.daysFrom(calendar.today()).stream()
                .filter(day -> Stream.of(Priority.values())
                        .anyMatch(priority -> mayRemind(all.kind(), day, priority, decided)))
                .sorted()
                .toList();
        List<Due> found = new ArrayList<>();
        if (days.isEmpty()) {
            return found;
        }
        long reached = after;
        List<Deadline> page;
        do {
            page = all.between(days.getFirst(), days.getLast(), reached, PAGE);
            Set<Stage> sent =
                    reminders.sent(page.stream().map(Deadline::subject).toList());
            page.stream()
                    .filter(due -> reminds(due, sent, decided))
                    .filter(all::reminds)
                    .map(due -> new Due(due.subject(), due.task()))
                    .forEach(found::add);
            reached = page.isEmpty() ? reached : page.getLast().subject();
        } while (page.size() == PAGE && found.size() < limit);
        return found;
    }

    /** What the table can't answer is tried by itself: it fails there, is kept as a fact, and stops nobody else. */
    private boolean mayRemind(
            DeadlineKind kind, LocalDate dueOn, Priority priority, Map<Map<String, Object>, Decision> decided) {
        try {
            return decide(kind, dueOn, priority, decided).flag("remind");
        } catch (IllegalArgumentException undecidable) {
            return true;
        }
    }

    private boolean reminds(Deadline due, Set<Stage> sent, Map<Map<String, Object>, Decision> decided) {
        if (due.dueOn().isBefore(calendar.today())) {
            return false;
        }
        Decision decision;
        try {
            decision = decide(due, decided);
        } catch (IllegalArgumentException undecidable) {
            return true;
        }
        return decision.flag("remind")
                && !sent.contains(new Stage(due.subject(), due.dueOn(), decision.number("lead")));
    }

    private Decision decide(Deadline due, Map<Map<String, Object>, Decision> decided) {
        return decide(due.kind(), due.dueOn(), due.priority(), decided);
    }

    private Decision decide(
            DeadlineKind kind, LocalDate dueOn, Priority priority, Map<Map<String, Object>, Decision> decided) {
        return decided.computeIfAbsent(
                Map.of(
                        "kind",
                        kind.name(),
                        "workingDaysLeft",
                        WorkingDays.left(calendar, dueOn, calendar.today()),
                        "priority",
                        priority.name()),
                inputs -> tables.decide(TABLE, inputs));
    }

    private int left(Deadline due) {
        return WorkingDays.left(calendar, due.dueOn(), calendar.today());
    }
}
