package org.duban.startup;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.CurrentCaller;
import org.duban.base.MovableClock;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DutyRole;
import org.duban.directive.Target;
import org.duban.inbox.ItemKind;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Register;
import org.duban.report.Attachments;
import org.duban.report.HeadApprovals;
import org.duban.report.ReportContent;
import org.duban.report.ReportDetails;
import org.duban.report.ReportId;
import org.duban.report.Reports;
import org.duban.report.Reviews;
import org.duban.task.Acknowledgements;
import org.duban.task.Completions;
import org.duban.task.Countersignatures;
import org.duban.task.Disputes;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.KeyTasks;
import org.duban.task.Objection;
import org.duban.task.Outcome;
import org.duban.task.SiteChecks;
import org.duban.task.SiteVisit;
import org.duban.task.Successions;
import org.springframework.stereotype.Component;

/** The people of the demo: each looks at what waits for them, and does it today, later or never. */
@Component
class DemoCrowd {

    private static final Duration PAUSE = Duration.ofSeconds(25);
    private static final int EVIDENCE_PERCENT = 15;
    private static final Set<ItemKind> DEPARTMENTS = Set.of(
            ItemKind.ACKNOWLEDGE,
            ItemKind.REPORT,
            ItemKind.AMEND,
            ItemKind.APPROVE_REPORT,
            ItemKind.COUNTERSIGN,
            ItemKind.RECEIVE_ESCALATION);

    private static final Set<ItemKind> SUPERVISORS = Set.of(
            ItemKind.REVIEW, ItemKind.DECIDE_DISPUTE, ItemKind.DECIDE_SUCCESSION, ItemKind.VERIFY, ItemKind.SITE_CHECK);

    private final DemoLedger ledger;
    private final DemoPlan plan;
    private final DemoTexts texts;
    private final DemoWriter writer;
    private final DemoAccounts demoAccounts;
    private final Accounts accounts;
    private final Acknowledgements acknowledgements;
    private final Disputes disputes;
    private final Successions successions;
    private final Register register;
    private final Reports reports;
    private final Attachments attachments;
    private final HeadApprovals approvals;
    private final Reviews reviews;
    private final Completions completions;
    private final Countersignatures countersignatures;
    private final SiteChecks siteChecks;
    private final KeyTasks tasks;
    private final DemoClaims claims;
    private final DemoAnswers answers;
    private final MovableClock clock;
    private final WorkingCalendar calendar;
    private Map<DepartmentId, DemoAccounts.Pair> people;

    DemoCrowd(
            DemoLedger ledger,
            DemoPlan plan,
            DemoTexts texts,
            DemoWriter writer,
            DemoAccounts demoAccounts,
            Accounts accounts,
            Acknowledgements acknowledgements,
            Disputes disputes,
            Successions successions,
            Register register,
            Reports reports,
            Attachments attachments,
            HeadApprovals approvals,
            Reviews reviews,
            Completions completions,
            Countersignatures countersignatures,
            SiteChecks siteChecks,
            KeyTasks tasks,
            DemoClaims claims,
            DemoAnswers answers,
            MovableClock clock,
            WorkingCalendar calendar) {
        this.ledger = ledger;
        this.plan = plan;
        this.texts = texts;
        this.writer = writer;
        this.demoAccounts = demoAccounts;
        this.accounts = accounts;
        this.acknowledgements = acknowledgements;
        this.disputes = disputes;
        this.successions = successions;
        this.register = register;
        this.reports = reports;
        this.attachments = attachments;
        this.approvals = approvals;
        this.reviews = reviews;
        this.completions = completions;
        this.countersignatures = countersignatures;
        this.siteChecks = siteChecks;
        this.tasks = tasks;
        this.claims = claims;
        this.answers = answers;
        this.clock = clock;
        this.calendar = calendar;
    }

    void departmentsWork(LocalDate endsOn) {
        if (people == null) {
            people = demoAccounts.byDepartment();
        }
        // before the leads hand in, who would not wait for it
        ledger.items(Set.of(ItemKind.CONTRIBUTE)).forEach(this::answer);
        for (DemoLedger.Item item : ledger.items(DEPARTMENTS)) {
            switch (item.kind()) {
                case ACKNOWLEDGE -> sign(item, endsOn);
                case REPORT -> report(item, endsOn);
                case COUNTERSIGN, RECEIVE_ESCALATION -> answer(item);
                case APPROVE_REPORT ->
                    act(people.get(item.department()).head(), () -> approvals.approve(new ReportId(item.subjectId())));
                default -> amend(item, endsOn);
            }
        }
        for (DemoLedger.Candidate task : ledger.signedAndRunning()) {
            LocalDate completesOn = plan.completesOn(task.directive(), task.rowNo(), task.dueOn(), endsOn);
            if (!calendar.today().isBefore(completesOn) && sentBackLongAgo(task)) {
                if (task.missed() > 0) {
                    act(people.get(task.department()).staff(), () -> claims.tellOfWhatWasMissed(task));
                    continue;
                }
                act(
                        people.get(task.department()).staff(),
                        () -> completions.apply(
                                new DutyId(task.dutyId()),
                                texts.phrase("completion", Fate.of(1000, "completion-text", task.rowNo())),
                                claims.reached(new KeyTaskId(task.taskId()))));
            }
        }
    }

    private void answer(DemoLedger.Item item) {
        DemoAccounts.Pair pair = people.get(item.department());
        Account person = item.kind() == ItemKind.RECEIVE_ESCALATION ? pair.head() : pair.staff();
        answers.to(item).ifPresent(answer -> act(person, answer));
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
                String reason = texts.ofDispute("reason", dispute(item));
                act(pair.head(), () -> disputes.raise(duty, Objection.concerningNobody(reason)));
            }
            return;
        }
        if (item.role() == DutyRole.COOPERATING && chance > 91) {
            if (chance > 95 && inLastDays(endsOn)) {
                act(supervisorOf(item), () -> acknowledgements.takeUp(duty, texts.phrase("taken-up", dispute(item))));
            }
            return;
        }
        int days = chance < 78 ? chance % 3 : 4 + chance % 4;
        if (waited(item, days)) {
            act(pair.staff(), () -> acknowledgements.acknowledge(duty));
        }
    }

    /** Most report in the ten days before the due day, some late, and one period after the other; a few fall silent towards the end. */
    private void report(DemoLedger.Item item, LocalDate endsOn) {
        int silent = Fate.of(100, "silent", item.name());
        boolean lately = item.dueOn().plusDays(60).isAfter(endsOn);
        boolean atLast = silent % 2 == 1 && inLastDays(endsOn);
        if (!item.signed() || item.earlierOpen() || silent >= 96 && lately && !atLast) {
            return;
        }
        int chance = Fate.of(100, "report", item.name(), item.dueOn().getMonthValue());
        LocalDate writesOn =
                chance < 80 ? item.dueOn().minusDays(chance % 10) : item.dueOn().plusDays(1 + chance % 12);
        if (!calendar.today().isBefore(writesOn)) {
            submit(item, targets -> writer.report(item, targets, endsOn));
        }
    }

    private void amend(DemoLedger.Item item, LocalDate endsOn) {
        if (waited(item, 2 + Fate.of(5, "amend", item.name()))) {
            submit(item, targets -> writer.amended(item, targets, endsOn));
        }
    }

    private void submit(DemoLedger.Item item, Function<List<Target>, ReportContent> writing) {
        act(people.get(item.department()).staff(), () -> {
            ReportId report = new ReportId(item.subjectId());
            ReportContent content = writing.apply(reports.details(report).targets());
            if (Fate.of(100, "evidence", item.name(), item.dueOn().getMonthValue()) < EVIDENCE_PERCENT) {
                attach(report, item, content);
            }
            reports.submit(report, content, item.revision());
        });
    }

    private void attach(ReportId report, DemoLedger.Item item, ReportContent content) {
        try {
            attachments.add(
                    report,
                    texts.name("evidence-file", item.departmentName()),
                    new ByteArrayInputStream(writer.evidence(item, content)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    void supervisorsWork() {
        Account national = accounts.byUsernameAsSystem(DemoAccounts.SUPERVISOR).orElseThrow();
        Account liaoning =
                accounts.byUsernameAsSystem(DemoAccounts.SUPERVISOR_OF_LIAONING).orElseThrow();
        for (DemoLedger.Late late : ledger.lateCountersigning()) {
            goOnWithoutTheLate(late.directive().startsWith("liao") ? liaoning : national, late);
        }
        for (DemoLedger.Item item : ledger.items(SUPERVISORS)) {
            Account supervisor = supervisorOf(item);
            if (item.kind() == ItemKind.DECIDE_SUCCESSION) {
                act(supervisor, () -> succeed(item));
                continue;
            }
            if (item.kind() == ItemKind.SITE_CHECK) {
                if (!calendar.today().isBefore(item.dueOn())) {
                    act(
                            supervisor,
                            () -> siteChecks.record(
                                    item.subjectId(),
                                    true,
                                    texts.phrase("checked", Fate.of(1000, "checked", item.name()))));
                }
                continue;
            }
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

    private Account supervisorOf(DemoLedger.Item item) {
        return accounts.byUsernameAsSystem(
                        item.directive().startsWith("liao")
                                ? DemoAccounts.SUPERVISOR_OF_LIAONING
                                : DemoAccounts.SUPERVISOR)
                .orElseThrow();
    }

    /** On the very first afternoon, before anything is handed in: the main heir, whoever that is. */
    private void succeed(DemoLedger.Item item) {
        register.heirs(Set.of(item.department()), calendar.today()).getOrDefault(item.department(), List.of()).stream()
                .findFirst()
                .ifPresent(heir -> successions.accept(
                        new DutyId(item.subjectId()), heir.department().id(), null));
    }

    private void decide(DemoLedger.Item item) {
        int chance = Fate.of(100, "decide", item.name(), item.openedOn().getMonthValue());
        switch (item.kind()) {
            case REVIEW -> review(item, chance);
            case DECIDE_DISPUTE -> decideDispute(item, chance);
            default -> {
                KeyTaskId task = new KeyTaskId(item.taskId());
                if (chance >= 88 && neverChecked(task)) {
                    siteChecks.order(
                            task,
                            item.subjectId(),
                            new SiteVisit(
                                    calendar.plusWorkingDays(calendar.today(), 2), null, texts.name("inspectors")),
                            texts.phrase("check-reason", Fate.of(1000, "check-reason", item.name())));
                } else if (chance < 30 && item.firstClock()) {
                    completions.sendBack(
                            task, item.subjectId(), texts.phrase("sent-back", Fate.of(1000, "sent-back", item.name())));
                } else {
                    completions.close(
                            task,
                            item.subjectId(),
                            Outcome.DONE,
                            texts.phrase("closed", Fate.of(1000, "closed", item.name())));
                }
            }
        }
    }

    private boolean neverChecked(KeyTaskId task) {
        return tasks.details(task).completions().stream()
                .allMatch(completion -> completion.siteChecks().isEmpty());
    }

    /** Those who let the days pass are not waited for. */
    private void goOnWithoutTheLate(Account supervisor, DemoLedger.Late late) {
        act(supervisor, () -> countersignatures.waitNoLonger(new KeyTaskId(late.taskId()), late.completionId()));
    }

    private void review(DemoLedger.Item item, int chance) {
        ReportId report = new ReportId(item.subjectId());
        if (chance < 12 && item.firstClock()) {
            ReportDetails read = reports.details(report);
            LocalDate newDue = reviews.proposedDue(
                    read.report().dueOn(), read.submissions().getFirst().submittedAt());
            reviews.returnForAmendment(report, item.handIn(), writer.wanting(item), newDue);
        } else {
            reviews.accept(report, item.handIn(), null);
        }
    }

    private void decideDispute(DemoLedger.Item item, int chance) {
        DutyId duty = new DutyId(item.subjectId());
        if (item.othersReport() && chance < 60) {
            acknowledgements.withdraw(duty, texts.ofDispute("agreed", dispute(item)));
        } else {
            acknowledgements.confirm(duty, texts.ofDispute("declined", dispute(item)));
        }
    }

    private static int dispute(DemoLedger.Item item) {
        return Fate.of(1000, "dispute", item.name());
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
