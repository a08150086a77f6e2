package org.duban.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.duban.base.Refusal;
import org.duban.watchdog.Causes;
import org.duban.watchdog.EngineWatch;
import org.duban.watchdog.RoundStep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the watchdog how things stand in the engine. */
@Component
class CamundaWatch implements EngineWatch {

    private static final Logger LOG = LoggerFactory.getLogger(CamundaWatch.class);

    private static final Map<Stage, String> WAIT_STATES = new EnumMap<>(Map.ofEntries(
            Map.entry(Stage.ACKNOWLEDGE, "acknowledge"),
            Map.entry(Stage.SIGN_DISPUTE, "sign-dispute"),
            Map.entry(Stage.DECIDE_DISPUTE, "decide-dispute"),
            Map.entry(Stage.DECIDE_TRANSFER, "decide-transfer"),
            Map.entry(Stage.WRITE_REPORT, "write-report"),
            Map.entry(Stage.WRITE_CONTRIBUTION, "write-contribution"),
            Map.entry(Stage.APPROVE_REPORT, "approve-report"),
            Map.entry(Stage.REVIEW_REPORT, "review-report"),
            Map.entry(Stage.SIGN_EXTENSION, "sign-extension"),
            Map.entry(Stage.DECIDE_EXTENSION, "decide-extension"),
            Map.entry(Stage.DECIDE_SCORE_APPEAL, "decide-appeal"),
            Map.entry(Stage.ASSIGN_INSTRUCTION, "assign-instruction"),
            Map.entry(Stage.ANSWER_INSTRUCTION, "answer-instruction"),
            Map.entry(Stage.REPORT_INSTRUCTION, "report-instruction"),
            Map.entry(Stage.CONFIRM_INSTRUCTION, "confirm-instruction"),
            Map.entry(Stage.RECEIVE_ESCALATION, "receive-escalation"),
            Map.entry(Stage.RECEIVE_URGE, "receive-urge"),
            Map.entry(Stage.APPLY_FOR_COMPLETION, "apply-for-completion"),
            Map.entry(Stage.COUNTERSIGN, "countersign"),
            Map.entry(Stage.VERIFY_COMPLETION, "verify-completion"),
            Map.entry(Stage.ON_SITE_CHECK, "on-site-check"),
            Map.entry(Stage.RESUME, "resume")));

    private static final Map<String, Stage> STAGES =
            WAIT_STATES.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));

    private final TaskService tasks;
    private final ManagementService management;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final Map<RoundStep, StepOfItems> steps;

    CamundaWatch(
            TaskService engineTaskService,
            ManagementService engineManagementService,
            JdbcClient jdbc,
            Clock clock,
            List<StepOfItems> steps) {
        this.tasks = engineTaskService;
        this.management = engineManagementService;
        this.jdbc = jdbc;
        this.clock = clock;
        this.steps = steps.stream().collect(Collectors.toMap(StepOfItems::step, Function.identity()));
    }

    @Override
    public Set<Wait> waiting(Collection<Wait> expected) {
        if (expected.isEmpty()) {
            return Set.of();
        }
        Set<String> there = tasks
                .createTaskQuery()
                .taskAssigneeIn(expected.stream()
                        .map(wait -> Long.toString(wait.subject()))
                        .distinct()
                        .toArray(String[]::new))
                .list()
                .stream()
                .map(task -> task.getTaskDefinitionKey() + " " + task.getAssignee())
                .collect(Collectors.toSet());
        return expected.stream()
                .filter(wait -> there.contains(WAIT_STATES.get(wait.stage()) + " " + wait.subject()))
                .collect(Collectors.toSet());
    }

    /** By SQL for the same reason as the failed jobs. */
    @Override
    public List<Waiting> waits(String after, int limit) {
        return jdbc.sql(
                        """
                        SELECT k.ID_, k.TASK_DEF_KEY_, k.ASSIGNEE_, k.CREATE_TIME_, r.BUSINESS_KEY_
                          FROM ACT_RU_TASK k
                          LEFT JOIN ACT_RU_EXECUTION p ON p.ID_ = k.PROC_INST_ID_
                          LEFT JOIN ACT_RU_EXECUTION r ON r.ID_ = p.ROOT_PROC_INST_ID_
                         WHERE k.ID_ > :after ORDER BY k.ID_ LIMIT :limit""")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> new Waiting(
                        row.getString("ID_"),
                        new Wait(STAGES.get(row.getString("TASK_DEF_KEY_")), row.getLong("ASSIGNEE_")),
                        row.getLong("BUSINESS_KEY_"),
                        row.getTimestamp("CREATE_TIME_").toInstant()))
                .list();
    }

    @Override
    public Set<Long> underWay(Collection<Long> directives) {
        return jobsOf("directive", directives.stream().map(String::valueOf).toList()).stream()
                .map(Long::valueOf)
                .collect(Collectors.toSet());
    }

    @Override
    public boolean roundIsSet() {
        return management
                        .createJobQuery()
                        .processDefinitionKey("daily-supervision")
                        .timers()
                        .count()
                > 0;
    }

    /** The business keys for which the engine has something to come back to. */
    private List<String> jobsOf(String process, List<String> businessKeys) {
        return businessKeys.isEmpty()
                ? List.of()
                : jdbc.sql(
                                """
                                SELECT DISTINCT p.BUSINESS_KEY_ FROM ACT_RU_EXECUTION p
                                  JOIN ACT_RU_JOB j ON j.PROCESS_INSTANCE_ID_ = p.ID_
                                 WHERE p.BUSINESS_KEY_ IN (:keys) AND j.PROCESS_DEF_KEY_ = :process""")
                        .param("keys", businessKeys)
                        .param("process", process)
                        .query(String.class)
                        .list();
    }

    /**
     * By SQL, since the engine reads pages by offset only. Whatever fails leaves its stack, also where no try is left; the
     * comparison lets each database find the few that have one by their foreign key, among all timers that are set. A called
     * process belongs to what its root belongs to.
     */
    @Override
    public List<FailedJob> failedJobs(String after, int limit) {
        return jdbc.sql(
                        """
                        SELECT j.ID_, f.ACT_ID_, d.KEY_, r.BUSINESS_KEY_, j.RETRIES_, j.EXCEPTION_MSG_,
                               CASE j.TYPE_ WHEN 'timer' THEN j.DUEDATE_ ELSE j.CREATE_TIME_ END AS SINCE_
                          FROM ACT_RU_JOB j
                          LEFT JOIN ACT_RU_JOBDEF f ON f.ID_ = j.JOB_DEF_ID_
                          LEFT JOIN ACT_RU_EXECUTION p ON p.ID_ = j.PROCESS_INSTANCE_ID_
                          LEFT JOIN ACT_RU_EXECUTION r ON r.ID_ = p.ROOT_PROC_INST_ID_
                          LEFT JOIN ACT_RE_PROCDEF d ON d.ID_ = r.PROC_DEF_ID_
                         WHERE j.EXCEPTION_STACK_ID_ > '' AND j.ID_ > :after
                         ORDER BY j.ID_ LIMIT :limit""")
                .param("after", after)
                .param("limit", limit)
                .query((row, number) -> {
                    Owner owner =
                            switch (String.valueOf(row.getString("KEY_"))) {
                                case "directive" -> Owner.DIRECTIVE;
                                case "key-task" -> Owner.KEY_TASK;
                                default -> Owner.SYSTEM;
                            };
                    return new FailedJob(
                            row.getString("ID_"),
                            row.getString("ACT_ID_"),
                            owner,
                            owner == Owner.SYSTEM ? 0 : row.getLong("BUSINESS_KEY_"),
                            row.getInt("RETRIES_"),
                            past(row.getTimestamp("SINCE_")),
                            message(row.getString("ID_"), row.getString("EXCEPTION_MSG_")));
                })
                .list();
    }

    /**
     * {@code null} for a timer that is set to its next try. Read otherwise than our own columns: the engine writes in the
     * zone of the connection.
     */
    private Instant past(Timestamp moment) {
        return moment == null || moment.toInstant().isAfter(clock.instant()) ? null : moment.toInstant();
    }

    /** An exception that says nothing stands for itself, at the top of its stack. */
    private String message(String job, String said) {
        return said != null ? said : management.getJobExceptionStacktrace(job);
    }

    @Override
    public Optional<String> retry(String handle) {
        Job job = management.createJobQuery().jobId(handle).singleResult();
        if (job == null) {
            throw Refusal.alreadyHandled();
        }
        try {
            management.executeJob(handle);
            return Optional.empty();
        } catch (OptimisticLockingException overtaken) {
            // it is being done at this moment, by itself or for another administrator
            throw Refusal.alreadyHandled();
        } catch (RuntimeException failed) {
            LOG.warn("A job that failed before failed again when an administrator tried it", failed);
            return Optional.of(Causes.brief(failed));
        }
    }

    @Override
    public Optional<String> retry(RoundStep step, long itemId, long keyTaskId) {
        return steps.get(step).again(new Sweep.Item(itemId, keyTaskId)).map(Causes::brief);
    }
}
