package org.duban.organisation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.duban.base.ActingAccount;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the system administrator changes about departments that are entered already. */
@Service
@Transactional
public class DepartmentChanges {

    private static final String SYSTEM_ADMINISTRATOR = "ROLE_SYSADMIN";

    private final JdbcClient jdbc;
    private final Departments departments;
    private final RegisterRepository register;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    DepartmentChanges(
            JdbcClient jdbc,
            Departments departments,
            RegisterRepository register,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.departments = departments;
        this.register = register;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * The names that mean the department within its own jurisdiction, besides the canonical and the short one.
     *
     * @throws Refusal if there is no such department
     */
    @Transactional(readOnly = true)
    public List<String> aliases(DepartmentId id) {
        Department department = departments.get(id);
        return register.namesOf(id, department.jurisdiction()).stream()
                .filter(name -> !name.equals(department.name()) && !name.equals(department.shortName()))
                .toList();
    }

    /**
     * Gives the department other names. What it was called until now stays among its aliases, since documents in print
     * say so; what is missing from the aliases means it no longer.
     *
     * @param note what a reader should know of its history; empty for nothing
     * @throws Refusal if a name is missing, too long, or means another department of the jurisdiction
     * @throws AccessDeniedException for anybody but the system administrator
     */
    public void rename(DepartmentId id, String name, String shortName, List<String> aliases, String note) {
        ActingAccount.requireAuthority(SYSTEM_ADMINISTRATOR);
        Department before = locked(id);
        Department after = DepartmentRules.checked(new Department(
                null,
                before.code(),
                name,
                shortName,
                before.tier(),
                before.jurisdiction(),
                before.kind(),
                aliases,
                before.abolishedYear(),
                before.abolishedOn(),
                note));
        Set<String> names = new LinkedHashSet<>(List.of(after.name(), after.shortName()));
        names.addAll(after.aliases());
        if (!after.name().equals(before.name())) {
            names.add(before.name());
        }
        if (!after.shortName().equals(before.shortName())) {
            names.add(before.shortName());
        }
        DepartmentRows.rename(jdbc, id, after);
        List<String> known = register.namesOf(id, before.jurisdiction());
        known.stream()
                .filter(each -> !names.contains(each))
                .forEach(each -> register.forget(before.jurisdiction(), each));
        names.stream()
                .filter(each -> !known.contains(each))
                .forEach(each -> DepartmentRows.insertAlias(jdbc, id, before.jurisdiction(), each));
    }

    /**
     * Records that the department is no more, and who has its duties now. Its running duties are not touched: whoever
     * supervises them is asked ({@link DepartmentAbolished}).
     *
     * @throws Refusal if it was abolished before, the day is missing or has not come yet, or one of the heirs is the
     *     department itself or has it among its own heirs
     * @throws AccessDeniedException for anybody but the system administrator
     */
    public void abolish(DepartmentId id, Abolition abolition) {
        ActingAccount.requireAuthority(SYSTEM_ADMINISTRATOR);
        LocalDate on = abolition.on();
        if (on == null) {
            throw new Refusal("refusal.department.abolishedOnMissing");
        }
        if (on.isAfter(calendar.today())) {
            throw new Refusal("refusal.department.abolishedInFuture");
        }
        String note = Words.optional(abolition.note(), 500);
        String source = Words.optional(abolition.source(), 300);
        if (locked(id).abolishedYear() != null) {
            throw Refusal.alreadyHandled();
        }
        List<DepartmentId> heirs = abolition.heirs().stream().distinct().toList();
        requireNoCircle(id, heirs);
        DepartmentRows.abolish(jdbc, id, on);
        DepartmentRows.insert(
                jdbc,
                heirs.stream()
                        .map(heir -> new Succession(id, heir, on, abolition.reform(), heirs.size() == 1, note, source))
                        .toList());
        events.publishEvent(new DepartmentAbolished(id));
    }

    /** Held until the transaction ends: whoever gives a duty to a department holds it, too. */
    private Department locked(DepartmentId id) {
        return DepartmentRows.lock(jdbc, id).orElseThrow(Refusal::notFound);
    }

    private void requireNoCircle(DepartmentId id, List<DepartmentId> heirs) {
        if (departments.byIds(heirs).size() != heirs.size()) {
            throw Refusal.notFound();
        }
        Set<DepartmentId> reached = new HashSet<>(heirs);
        Deque<DepartmentId> open = new ArrayDeque<>(heirs);
        while (!open.isEmpty() && !reached.contains(id)) {
            register.successions(List.of(open.pop())).stream()
                    .map(Succession::to)
                    .filter(reached::add)
                    .forEach(open::push);
        }
        if (reached.contains(id)) {
            throw new Refusal("refusal.department.ownHeir");
        }
    }
}
