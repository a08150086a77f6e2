package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.assertj.core.api.SoftAssertions;
import org.duban.account.Account;
import org.duban.base.Refusal;
import org.duban.base.WorkChanged;
import org.duban.directive.Directives;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.Supervision;
import org.duban.extension.Extensions;
import org.duban.ladder.Ladder;
import org.duban.ladder.Reminders;
import org.duban.report.ReportingPeriods;
import org.duban.task.DutyReports;
import org.duban.task.KeyTaskId;
import org.duban.task.Launching;
import org.duban.task.Lights;
import org.duban.task.TimelineEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Open pages learn of every change: each method of a service that writes publishes it, or says here why not. */
class PublishedChangesTests extends ProcessTest {

    private static final String PART = "part of an action that publishes";
    private static final String OPERATORS = "for operators, shown on no page";
    private static final String LOCK = "locks, and changes nothing";
    private static final String READ = "changes nothing";
    private static final String ADMINISTRATION = "shown to administrators alone, on lists that are read when opened";
    private static final String START = "while seeds are read, before the first page can be opened";

    private static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("OpenItems.openFor", PART),
            Map.entry("OpenItems.openForSupervisors", PART),
            Map.entry("OpenItems.openForPerson", PART),
            Map.entry("OpenItems.openForHeads", PART),
            Map.entry("OpenItems.close", PART),
            Map.entry("OpenItems.handOver", PART),
            Map.entry("OpenItems.closeAllOfTask", PART),
            Map.entry("OpenItems.park", PART),
            Map.entry("OpenItems.resume", PART),
            Map.entry("OpenItems.giveBack", PART),
            Map.entry("Timeline.record", PART),
            Map.entry("DutyReports.accepted", PART),
            Map.entry("DutyReports.note", PART + ", by what it reads the light with"),
            Map.entry("DutyReports.recalled", PART),
            Map.entry("DutyReports.tell", PART),
            Map.entry("ScoreLedgers.begin", "a computation beside the others, shown to whoever chooses it"),
            Map.entry("ScoreLedgers.goOn", "the same"),
            Map.entry("DutyReports.onBehalf", READ),
            Map.entry("Countersignatures.dutyGoneAsSystem", PART),
            Map.entry("Decompositions.launchAsSystem", PART),
            Map.entry("Directives.workReopenedAsSystem", PART),
            Map.entry("Verdicts.takeBack", "reads the light again, as Verdicts.give does; nothing was given here"),
            Map.entry("CalendarYears.enter", "days off, and no dates that were counted before"),
            Map.entry("DecisionRules.deploy", "a rule; lights are read by it with what happens next, and at night"),
            Map.entry("ModelMoves.outdated", READ),
            Map.entry("ModelMoves.tryToMove", READ),
            Map.entry("ModelMoves.move", "changes on which version work runs, and nothing of the work"),
            Map.entry("DutyReports.waitsForDepartmentAsSystem", PART),
            Map.entry("DutyLadder.note", PART + ", by what it reads the light with"),
            Map.entry("DutyLadder.urgeForTaskAsSystem", PART),
            Map.entry("DutyLadder.urgeForSignatureAsSystem", PART),
            Map.entry("DutyLadder.urgeForReportAsSystem", PART),
            Map.entry("DutyLadder.urgeForContributionAsSystem", PART),
            Map.entry("DutyLadder.urgeForInstructionAsSystem", PART),
            Map.entry("DutyLadder.setLevelAsSystem", PART),
            Map.entry("DutyLadder.lockForSupervisor", LOCK),
            Map.entry("DutyLadder.lockOpen", LOCK),
            Map.entry("DutyLadder.lockAsSystem", LOCK),
            Map.entry("DutyLadder.dutiesAsSystem", READ),
            Map.entry("DutyLadder.dutyAsSystem", READ),
            Map.entry("DutyLadder.askedToCountersignAsSystem", READ),
            Map.entry("BatchUrges.urgeAll", "each of Urges.urge publishes"),
            Map.entry("DutyReports.lockForDepartment", LOCK),
            Map.entry("DutyReports.lockAsSystem", LOCK),
            Map.entry("DutyReports.lockForSupervisor", LOCK),
            Map.entry("TaskRequests.lockForDepartment", LOCK),
            Map.entry("TaskRequests.lockForSupervisor", LOCK),
            Map.entry("TaskRequests.lockForLeader", LOCK),
            Map.entry("TaskRequests.lockEvenEndedForSupervisor", LOCK),
            Map.entry("TaskRequests.lockOpen", LOCK),
            Map.entry("TaskRequests.lockAsSystem", LOCK),
            Map.entry("TaskRequests.lockAllAsSystem", LOCK),
            Map.entry("TaskRequests.dutiesAsSystem", READ),
            Map.entry("TaskRequests.handledBefore", READ),
            Map.entry("TaskRequests.waitsFor", PART),
            Map.entry("TaskRequests.waitsForSupervisors", PART),
            Map.entry("TaskRequests.waitsForPerson", PART),
            Map.entry("TaskRequests.waitsNoMore", PART),
            Map.entry("TaskRequests.note", PART + ", by what it reads the light with"),
            Map.entry("TaskRequests.extend", PART),
            Map.entry("Staffing.holdAsSystem", LOCK),
            Map.entry("Staffing.headedAsSystem", LOCK),
            Map.entry("Staffing.lastHeadAsSystem", LOCK),
            Map.entry("Staffing.lastOneAsSystem", LOCK),
            Map.entry("RoundFailures.recordAsSystem", OPERATORS),
            Map.entry("RoundFailures.settledAsSystem", OPERATORS),
            Map.entry("RoundFailures.finishedAsSystem", OPERATORS),
            Map.entry("RoundFailures.tasksAsSystem", READ),
            Map.entry("BatchReviews.acceptAll", "each of Reviews.accept publishes"),
            Map.entry("BatchAcknowledgements.acknowledgeAll", "each of Acknowledgements.acknowledge publishes"),
            Map.entry("Watchdog.retry", "does again what publishes"),
            Map.entry("Attachments.open", READ),
            Map.entry("Reviews.proposedDue", READ),
            Map.entry("Reviews.earliestDue", READ),
            Map.entry("ReportingPlans.firstDue", READ),
            Map.entry("ReportingPeriods.nextTurnAsSystem", READ),
            Map.entry("ReportingPeriods.pastAsSystem", READ),
            Map.entry("ReportingPeriods.owingAsSystem", READ),
            Map.entry("ReportingPeriods.openAsSystem", "no page shows a period before reports are asked for"),
            Map.entry("DutyReports.cooperatingAsSystem", READ),
            Map.entry("Contributions.askAsSystem", "part of opening a report, which publishes"),
            Map.entry("ReportingPeriods.nextOpeningAsSystem", READ),
            Map.entry("DutyReports.reportingAsSystem", READ),
            Map.entry("DutyReports.openSinceAsSystem", READ),
            Map.entry("DutyReports.disputedSinceAsSystem", READ),
            Map.entry("DutyReports.workingDaysSinceAsSystem", READ),
            Map.entry(
                    "Reports.saveDraft",
                    "seen by nobody but colleagues who write the same report, and they are told when they save"),
            Map.entry("Contributions.saveDraft", "the same, of a contribution"),
            Map.entry("Substitutions.name", "publishes SubstitutionsChanged, of which every page learns"),
            Map.entry("Substitutions.revoke", "the same"),
            Map.entry("Directives.registerAsSystem", START),
            Map.entry("Directives.entrustAsSystem", START),
            Map.entry("Departments.add", ADMINISTRATION),
            Map.entry("Imports.get", READ),
            Map.entry("Imports.mine", READ),
            Map.entry("Imports.forget", "shown to nobody but whoever does it"),
            Map.entry("DepartmentChanges.rename", ADMINISTRATION),
            Map.entry("DepartmentChanges.abolish", ADMINISTRATION + "; what it proposes publishes"),
            Map.entry("Register.learn", "part of editing a division table, which publishes"),
            Map.entry("Departments.addAsSystem", START),
            Map.entry("Departments.recordSuccessionsAsSystem", START),
            Map.entry("Accounts.open", ADMINISTRATION),
            Map.entry("Accounts.openAsSystem", START),
            Map.entry("Accounts.openFirstAsSystem", START),
            Map.entry("Accounts.changeOwnPassword", "shown to nobody"),
            Map.entry("Accounts.setEnabled", ADMINISTRATION),
            Map.entry("Accounts.setPassword", "shown to nobody"));

    @Autowired
    ConfigurableApplicationContext application;

    @Autowired
    TransactionTemplate transactions;

    private final List<WorkChanged> published = new ArrayList<>();
    private final ApplicationListener<PayloadApplicationEvent<WorkChanged>> listener =
            ApplicationListener.forPayload(published::add);
    private AccessWorld made;
    private KeyTaskId inTime;

    @BeforeEach
    void listen() {
        made = new AccessWorld(this, application);
        inTime = launched(ReportingFrequency.NONE);
        application.addApplicationListener(listener);
    }

    @AfterEach
    void listenNoMore() {
        application.removeApplicationListener(listener);
    }

    @Test
    void whoWritesPublishes() {
        SoftAssertions softly = new SoftAssertions();
        actionsOfPeople().forEach((path, call) -> softly.assertThat(published(() -> byWhoeverMay(path, call)))
                .as(path)
                .isNotEmpty());
        actionsOfTheSystem()
                .forEach((path, action) ->
                        softly.assertThat(published(action)).as(path).isNotEmpty());
        actionsAboutReports()
                .forEach((path, action) ->
                        softly.assertThat(published(action)).as(path).isNotEmpty());
        softly.assertAll();
    }

    @Test
    void noMethodIsForgotten() {
        Set<String> known = new TreeSet<>(REASONS.keySet());
        known.addAll(actionsOfTheSystem().keySet());
        known.addAll(actionsAboutReports().keySet());
        actionsOfPeople().keySet().forEach(path -> known.add(method(path)));

        assertThat(writing()).isEqualTo(known);
    }

    private Map<String, Callable<?>> actionsOfPeople() {
        Set<String> writing = writing();
        Map<String, Callable<?>> actions = new LinkedHashMap<>();
        new AccessTable(made, application).rows().forEach((path, row) -> {
            if (writing.contains(method(path)) && !REASONS.containsKey(method(path))) {
                actions.put(path, row.call());
            }
        });
        Supervision supervision = application.getBean(Supervision.class);
        actions.put("Supervision.withdraw", () -> {
            supervision.entrust(made.directive, made.otherSupervisor.id());
            published.clear();
            supervision.withdraw(made.directive, made.otherSupervisor.id());
            return null;
        });
        return actions;
    }

    /** What the process calls, each where there is something for it to do. */
    private Map<String, Runnable> actionsOfTheSystem() {
        Directives directives = application.getBean(Directives.class);
        Ladder ladder = application.getBean(Ladder.class);
        Lights lights = application.getBean(Lights.class);
        LocalDate later = MONDAY.plusMonths(2);
        Map<String, Runnable> actions = new LinkedHashMap<>();
        actions.put("Extensions.lapseAsSystem", () -> {
            jdbc.sql("UPDATE key_task SET due_on = :day WHERE id = :id")
                    .param("day", calendar.today().minusDays(1))
                    .param("id", made.requests.unsignedOn.value())
                    .update();
            application.getBean(Extensions.class).lapseAsSystem(made.requests.unsigned, true);
        });
        actions.putAll(Map.of(
                "Acknowledgements.urgeAsSystem",
                () -> {
                    jdbc.sql("DELETE FROM urge").update();
                    acknowledgements.urgeAsSystem(made.unsigned);
                },
                "Ladder.climbAsSystem",
                () -> {
                    jdbc.sql("UPDATE key_task SET due_on = :day WHERE id = :id")
                            .param("day", calendar.today().minusDays(7))
                            .param("id", inTime.value())
                            .update();
                    ladder.climbAsSystem(inTime.value());
                },
                "Ladder.raiseAsSystem",
                () -> {
                    jdbc.sql("DELETE FROM escalation_receipt").update();
                    jdbc.sql("DELETE FROM escalation").update();
                    ladder.raiseAsSystem(made.task, made.task.value());
                },
                "Reminders.remindAsSystem",
                () -> {
                    jdbc.sql("DELETE FROM reminder").update();
                    jdbc.sql("UPDATE key_task SET due_on = :day WHERE id = :id")
                            .param("day", calendar.today())
                            .param("id", inTime.value())
                            .update();
                    application.getBean(Reminders.class).remindAsSystem(inTime.value());
                },
                "Launching.launchNextBatchAsSystem",
                () -> {
                    fixture.as(supervisor, () -> directives.launch(made.draft, ReportingFrequency.NONE, later));
                    published.clear();
                    application.getBean(Launching.class).launchNextBatchAsSystem(made.draft);
                },
                "Directives.launchedAsSystem",
                () -> directives.launchedAsSystem(made.directive),
                "ReportingPeriods.askAsSystem",
                () -> inTheMiddleOfApril(() -> {
                    ReportingPeriods periods = application.getBean(ReportingPeriods.class);
                    periods.openAsSystem(made.directive);
                    periods.owingAsSystem(made.directive).forEach(periods::askAsSystem);
                }),
                "Lights.reread",
                () -> lights.reread(made.task),
                "Lights.rereadAsSystem",
                () -> {
                    jdbc.sql("UPDATE key_task SET due_on = :day")
                            .param("day", YEAR_END)
                            .update();
                    lights.rereadAsSystem(made.task);
                }));
        return actions;
    }

    private Map<String, Runnable> actionsAboutReports() {
        DutyReports duties = application.getBean(DutyReports.class);
        LocalDate later = MONDAY.plusMonths(2);
        return Map.of(
                "ReportingPeriods.closeAsSystem",
                () -> inTheMiddleOfApril(() -> {
                    ReportingPeriods periods = application.getBean(ReportingPeriods.class);
                    periods.pastAsSystem(made.directive).forEach(past -> periods.closeAsSystem(past.report()));
                }),
                "DutyReports.missedAsSystem",
                () -> duties.missedAsSystem(made.signed, later.toString()),
                "DutyReports.noteAsSystem",
                () -> duties.noteAsSystem(made.signed, TimelineEntry.Kind.CONTRIBUTION_NOT_WAITED_FOR, null));
    }

    private void inTheMiddleOfApril(Runnable action) {
        Instant now = clock.instant();
        clock.travelTo(calendar.at(LocalDate.of(2026, 4, 15), LocalTime.of(10, 0)));
        try {
            action.run();
        } finally {
            clock.travelTo(now);
        }
    }

    /** In a transaction that is undone, so that everything is tried on the same world. */
    private List<WorkChanged> published(Runnable action) {
        published.clear();
        transactions.executeWithoutResult(status -> {
            status.setRollbackOnly();
            action.run();
        });
        return List.copyOf(published);
    }

    private void byWhoeverMay(String path, Callable<?> call) {
        for (Account account : made.people().values()) {
            published.clear();
            try {
                fixture.as(account, () -> {
                    try {
                        return call.call();
                    } catch (RuntimeException refused) {
                        throw refused;
                    } catch (Exception failed) {
                        throw new IllegalStateException(failed);
                    }
                });
                return;
            } catch (AccessDeniedException | Refusal refused) {
                // the next one, then
            }
        }
        throw new AssertionError("Nobody may " + path);
    }

    private Set<String> writing() {
        Set<String> writing = new TreeSet<>();
        application.getBeansWithAnnotation(Service.class).values().stream()
                .map(AopUtils::getTargetClass)
                .forEach(service -> Arrays.stream(service.getDeclaredMethods())
                        .filter(method -> mayWrite(service, method))
                        .forEach(method -> writing.add(service.getSimpleName() + "." + method.getName())));
        return writing;
    }

    private static boolean mayWrite(Class<?> service, Method method) {
        if (!Modifier.isPublic(method.getModifiers())
                || Modifier.isStatic(method.getModifiers())
                || method.isSynthetic()) {
            return false;
        }
        Transactional own = AnnotatedElementUtils.findMergedAnnotation(method, Transactional.class);
        Transactional declared =
                own != null ? own : AnnotatedElementUtils.findMergedAnnotation(service, Transactional.class);
        return declared == null || !declared.readOnly();
    }

    private static String method(String path) {
        return path.split(" ")[0];
    }
}
