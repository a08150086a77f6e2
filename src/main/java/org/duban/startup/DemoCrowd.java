package org.duban.startup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.base.MovableClock;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DutyRole;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.report.Attachments;
import org.duban.report.ReportContent;
import org.duban.report.ReportId;
import org.duban.report.Reports;
import org.duban.report.Reviews;
import org.duban.task.Acknowledgements;
import org.duban.task.Completions;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Outcome;
import org.springframework.stereotype.Component;

/** The people of the demo: each looks at what waits for them, and does it today, later or never. */
@Component
class DemoCrowd {

    private static final Duration PAUSE = Duration.ofSeconds(25);
    private static final int EVIDENCE_PERCENT = 15;
    private static final Set<ItemKind> DEPARTMENTS = Set.of(ItemKind.ACKNOWLEDGE, ItemKind.REPORT, ItemKind.AMEND);

    private final DemoLedger ledger;
    private final DemoPlan plan;
    private final DemoTexts texts;
    private final DemoAccounts demoAccounts;
    private final Accounts accounts;
    private final Acknowledgements acknowledgements;
    private final Reports reports;
    private final Attachments attachments;
    private final Reviews reviews;
    private final Completions completions;
    private final MovableClock clock;
    private final WorkingCalendar calendar;
    private Map<DepartmentId, DemoAccounts.Pair> people;

    DemoCrowd(
            DemoLedger ledger,
            DemoPlan plan,
            DemoTexts texts,
            DemoAccounts demoAccounts,
            Accounts accounts,
            Acknowledgements acknowledgements,
            Reports reports,
            Attachments attachments,
            Reviews reviews,
            Completions completions,
            MovableClock clock,
            WorkingCalendar calendar) {
        this.ledger = ledger;
        this.plan = plan;
        this.texts = texts;
        this.demoAccounts = demoAccounts;
        this.accounts = accounts;
        this.acknowledgements = acknowledgements;
        this.reports = reports;
        this.attachments = attachments;
        this.reviews = reviews;
        this.completions = completions;
        this.clock = clock;
        this.calendar = calendar;
    }

    void departmentsWork(LocalDate endsOn) {
        if (people == null) {
            people = demoAccounts.byDepartment();
        }
        for (DemoLedger.Item item : ledger.items(DEPARTMENTS)) {
            switch (item.kind()) {
                case ACKNOWLEDGE -> sign(item, endsOn);
                case REPORT -> report(item, endsOn);
                default -> amend(item, endsOn);
            }
        }
        for (DemoLedger.Candidate task : ledger.signedAndRunning()) {
            LocalDate completesOn = plan.completesOn(task.directive(), task.rowNo(), task.dueOn(), endsOn);
            if (!calendar.today().isBefore(completesOn) && sentBackLongAgo(task)) {
                act(
                        people.get(task.department()).staff(),
                        () -> completions.apply(
                                new DutyId(task.dutyId()), texts.phrase("completion", Fate.of(9, task.rowNo()))));
            }
        }
    }

    private boolean sentBackLongAgo(DemoLedger.Candidate task) {
        return task.lastDecidedOn() == null || task.lastDecidedOn().plusDays(6).isBefore(calendar.today());
    }

    private void sign(DemoLedger.Item item, LocalDate endsOn) {
        DemoAccounts.Pair pair = people.get(item.department());
        DutyId duty = new DutyId(item.subjectId());
        int chance = Fate.of(100, "sign", item.name());
        if (chance < 4 && item.firstClock()) {
            if (waited(item, 1)) {
                act(pair.head(), () -> acknowledgements.dispute(duty, texts.phrase("disputed", chance)));
            }
            return;
        }
        if (item.role() == DutyRole.COOPERATING && chance > 91) {
            if (chance > 95 && inLastDays(endsOn)) {
                act(pair.head(), () -> acknowledgements.dispute(duty, texts.phrase("disputed", chance)));
            }
            return;
        }
        int days = chance < 78 ? chance % 3 : 4 + chance % 4;
        if (waited(item, days)) {
            act(pair.staff(), () -> acknowledgements.acknowledge(duty));
        }
    }

    /** Most report in the ten days before the due day, some late, a few at last or never. */
    private void report(DemoLedger.Item item, LocalDate endsOn) {
        int chance = Fate.of(100, "report", item.name(), item.dueOn().getMonthValue());
        if (!item.signed() || chance >= 96 && (chance % 2 == 0 || !inLastDays(endsOn))) {
            return;
        }
        LocalDate writesOn =
                chance < 76 ? item.dueOn().minusDays(chance % 10) : item.dueOn().plusDays(1 + chance % 12);
        if (!calendar.today().isBefore(writesOn)) {
            String problems = chance % 4 == 0 ? texts.phrase("problems", chance) : null;
            submit(item, texts.phrase("report", chance), problems, endsOn);
        }
    }

    private void amend(DemoLedger.Item item, LocalDate endsOn) {
        if (waited(item, 2 + Fate.of(5, "amend", item.name()))) {
            submit(item, texts.phrase("amended", Fate.of(2, item.name())), null, endsOn);
        }
    }

    /** The percentage follows the elapsed time, faster or slower by department. */
    private void submit(DemoLedger.Item item, String body, String problems, LocalDate endsOn) {
        long length =
                Math.max(1, item.taskDueOn().toEpochDay() - item.launchedOn().toEpochDay());
        long elapsed = calendar.today().toEpochDay() - item.launchedOn().toEpochDay();
        boolean straggling = item.taskDueOn().isBefore(endsOn);
        int pace =
                (straggling ? 50 : item.directive().startsWith("liao") ? 90 : 105) + Fate.of(30, "pace", item.name());
        int percent = (int) Math.clamp(elapsed * pace / length, 3, 100);
        act(people.get(item.department()).staff(), () -> {
            ReportId report = new ReportId(item.subjectId());
            if (Fate.of(100, "evidence", item.name(), item.dueOn().getMonthValue()) < EVIDENCE_PERCENT) {
                attach(report, body, percent);
            }
            reports.submit(
                    report,
                    new ReportContent(Math.max(percent, item.percent()), body, problems, Map.of()),
                    item.revision());
        });
    }

    private void attach(ReportId report, String body, int percent) {
        byte[] content = texts.name("evidence", body, percent).getBytes(StandardCharsets.UTF_8);
        try {
            attachments.add(report, texts.name("evidence-file"), new ByteArrayInputStream(content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void supervisorsWork() {
        Account national = accounts.byUsernameAsSystem(DemoAccounts.SUPERVISOR).orElseThrow();
        Account liaoning =
                accounts.byUsernameAsSystem(DemoAccounts.SUPERVISOR_OF_LIAONING).orElseThrow();
        for (DemoLedger.Item item : ledger.items(Set.of(ItemKind.REVIEW, ItemKind.DECIDE_DISPUTE, ItemKind.VERIFY))) {
            Account supervisor = item.directive().startsWith("liao") ? liaoning : national;
            int days = item.kind() == ItemKind.REVIEW
                    ? 1
                            + Fate.of(
                                    DemoPlan.LAST_DAYS,
                                    "review",
                                    item.name(),
                                    item.dueOn().getMonthValue())
                    : 1 + DemoPlan.LAST_DAYS;
            if (waited(item, days)) {
                act(supervisor, () -> decide(item));
            }
        }
    }

    private void decide(DemoLedger.Item item) {
        int chance = Fate.of(100, "decide", item.name(), item.openedOn().getMonthValue());
        switch (item.kind()) {
            case REVIEW -> review(item, chance);
            case DECIDE_DISPUTE -> decideDispute(item, chance);
            default -> {
                KeyTaskId task = new KeyTaskId(item.taskId());
                if (chance < 30 && item.firstClock()) {
                    completions.sendBack(task, item.subjectId(), texts.phrase("sent-back", 0));
                } else {
                    completions.close(task, item.subjectId(), Outcome.DONE, texts.phrase("closed", 0));
                }
            }
        }
    }

    private void review(DemoLedger.Item item, int chance) {
        ReportId report = new ReportId(item.subjectId());
        if (chance < 12 && item.firstClock()) {
            LocalDate newDue = calendar.plusWorkingDays(calendar.today(), 5);
            reviews.returnForAmendment(report, item.handIn(), texts.phrase("returned", chance), newDue);
        } else {
            reviews.accept(report, item.handIn(), null);
        }
    }

    private void decideDispute(DemoLedger.Item item, int chance) {
        DutyId duty = new DutyId(item.subjectId());
        if (item.othersReport() && chance < 60) {
            acknowledgements.withdraw(duty, texts.phrase("withdrawn", 0));
        } else {
            acknowledgements.confirm(duty, texts.phrase("upheld", chance));
        }
    }

    private boolean inLastDays(LocalDate endsOn) {
        return !calendar.today().isBefore(endsOn.minusDays(DemoPlan.LAST_DAYS));
    }

    private boolean waited(DemoLedger.Item item, int days) {
        return !calendar.today().isBefore(item.openedOn().plusDays(days));
    }

    private void act(Account account, Runnable action) {
        clock.advance(PAUSE);
        CurrentCaller.runAs(account.asCaller(), () -> {
            action.run();
            return null;
        });
    }
}
