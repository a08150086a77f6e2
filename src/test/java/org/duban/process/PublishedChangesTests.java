package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
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
import org.duban.report.LateReports;
import org.duban.report.ReportingPeriods;
import org.duban.task.DutyReports;
import org.duban.task.Escalations;
import org.duban.task.KeyTaskId;
import org.duban.task.Launching;
import org.duban.task.Lights;
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
            Map.entry("OpenItems.close", PART),
            Map.entry("OpenItems.handOver", PART),
            Map.entry("OpenItems.closeAllOfTask", PART),
            Map.entry("Timeline.record", PART),
            Map.entry("DutyReports.accepted", PART),
            Map.entry("DutyReports.note", PART + ", by what it reads the light with"),
            Map.entry("DutyReports.lockForDepartment", LOCK),
            Map.entry("DutyReports.lockForSupervisor", LOCK),
            Map.entry("DutyReports.lockReportingAsSystem", LOCK),
            Map.entry("Staffing.holdAsSystem", LOCK),
            Map.entry("Staffing.lastOneAsSystem", LOCK),
            Map.entry("RoundFailures.recordAsSystem", OPERATORS),
            Map.entry("RoundFailures.settledAsSystem", OPERATORS),
            Map.entry("RoundFailures.finishedAsSystem", OPERATORS),
            Map.entry("BatchReviews.acceptAll", "each of Reviews.accept publishes"),
            Map.entry("BatchAcknowledgements.acknowledgeAll", "each of Acknowledgements.acknowledge publishes"),
            Map.entry("Watchdog.retry", "does again what publishes"),
            Map.entry("Attachments.open", READ),
            Map.entry("Reviews.proposedDue", READ),
            Map.entry("ReportingPeriods.nextOpeningAsSystem", READ),
            Map.entry("DutyReports.reportingAsSystem", READ),
            Map.entry("DutyReports.onBehalf", READ),
            Map.entry("DutyReports.openSinceAsSystem", READ),
            Map.entry(
                    "Reports.saveDraft",
                    "seen by nobody but colleagues who write the same report, and they are told when they save"),
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
        actionsOfPeople().forEach((path, call) -> softly.assertThat(published(() -> byWhoeverMay(call)))
                .as(path)
                .isNotEmpty());
        actionsOfTheSystem()
                .forEach((path, action) ->
                        softly.assertThat(published(action)).as(path).isNotEmpty());
        softly.assertAll();
    }

    @Test
    void noMethodIsForgotten() {
        Set<String> known = new TreeSet<>(REASONS.keySet());
        known.addAll(actionsOfTheSystem().keySet());
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
        Escalations escalations = application.getBean(Escalations.class);
        Lights lights = application.getBean(Lights.class);
        LocalDate later = MONDAY.plusMonths(2);
        return Map.of(
                "Acknowledgements.urgeAsSystem",
                () -> {
                    jdbc.sql("DELETE FROM urge").update();
                    acknowledgements.urgeAsSystem(made.unsigned);
                },
                "DutyReports.urgeAsSystem",
                () -> application
                        .getBean(DutyReports.class)
                        .urgeAsSystem(made.signed, made.open.value(), later, () -> true),
                "LateReports.urgeAsSystem",
                () -> {
                    jdbc.sql("DELETE FROM urge").update();
                    application.getBean(LateReports.class).urgeAsSystem(made.open);
                },
                "Escalations.dueDatePassedAsSystem",
                () -> {
                    jdbc.sql("UPDATE key_task SET due_on = :day WHERE id = :id")
                            .param("day", calendar.today().minusDays(1))
                            .param("id", inTime.value())
                            .update();
                    escalations.dueDatePassedAsSystem(inTime);
                },
                "Escalations.escalateAsSystem",
                () -> {
                    jdbc.sql("DELETE FROM escalation").update();
                    escalations.escalateAsSystem(made.task);
                },
                "Launching.launchNextBatchAsSystem",
                () -> {
                    fixture.as(supervisor, () -> directives.launch(made.draft, ReportingFrequency.NONE, later));
                    published.clear();
                    application.getBean(Launching.class).launchNextBatchAsSystem(made.draft);
                },
                "Directives.launchedAsSystem",
                () -> directives.launchedAsSystem(made.directive),
                "ReportingPeriods.openAsSystem",
                () -> application.getBean(ReportingPeriods.class).openAsSystem(made.directive),
                "Lights.reread",
                () -> lights.reread(made.task),
                "Lights.rereadAsSystem",
                () -> {
                    jdbc.sql("UPDATE key_task SET due_on = :day")
                            .param("day", YEAR_END)
                            .update();
                    lights.rereadAsSystem(made.task);
                });
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

    private void byWhoeverMay(Callable<?> call) {
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
        throw new AssertionError("Nobody may");
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
