package org.duban.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.duban.watchdog.Causes;
import org.duban.watchdog.ModelVersions;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves instances along elements that are the same in both versions. Timers keep the moments to which they are set; those
 * that only the newer version has are set as it says.
 */
@Component
class CamundaModelVersions implements ModelVersions {

    private static final int PAGE = 200;
    private static final int TRIES = 3;

    /** @param obstacles none where it was moved, or has ended meanwhile */
    private record Attempt(boolean moved, List<String> obstacles) {

        static final Attempt MOVED = new Attempt(true, List.of());
        static final Attempt ENDED = new Attempt(false, List.of());

        static Attempt failed(Exception failed) {
            return new Attempt(false, List.of(Causes.brief(failed)));
        }
    }

    private final ProcessEngine engine;
    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    CamundaModelVersions(@Lazy ProcessEngine processEngine, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.engine = processEngine;
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public List<Outdated> outdated() {
        return jdbc.sql(
                        """
                        SELECT d.KEY_, n.NAME_, d.VERSION_, n.VERSION_ AS NEWEST_, COUNT(*) AS INSTANCES_
                          FROM ACT_RU_EXECUTION p
                          JOIN ACT_RE_PROCDEF d ON d.ID_ = p.PROC_DEF_ID_
                          JOIN ACT_RE_PROCDEF n ON n.KEY_ = d.KEY_
                         WHERE p.PARENT_ID_ IS NULL
                           AND n.VERSION_ = (SELECT MAX(m.VERSION_) FROM ACT_RE_PROCDEF m WHERE m.KEY_ = d.KEY_)
                           AND d.VERSION_ < n.VERSION_
                         GROUP BY d.KEY_, n.NAME_, d.VERSION_, n.VERSION_
                         ORDER BY d.KEY_, d.VERSION_""")
                .query((row, number) -> new Outdated(
                        row.getString("KEY_"),
                        row.getString("NAME_"),
                        row.getInt("VERSION_"),
                        row.getInt("NEWEST_"),
                        row.getInt("INSTANCES_")))
                .list();
    }

    @Override
    public Result tryToMove(Set<String> models) {
        return each(models, true);
    }

    @Override
    public Result move(Set<String> models) {
        return each(models, false);
    }

    private Result each(Set<String> models, boolean dryRun) {
        List<Outdated> movable = new ArrayList<>();
        List<Stuck> stuck = new ArrayList<>();
        for (Outdated version : outdated()) {
            if (!models.isEmpty() && !models.contains(version.model())) {
                continue;
            }
            MigrationPlan plan = plan(version);
            int moved = 0;
            for (ProcessInstance instance : instances(plan.getSourceProcessDefinitionId())) {
                Attempt attempt = move(plan, instance, dryRun);
                if (attempt.moved()) {
                    moved++;
                } else if (!attempt.obstacles().isEmpty()) {
                    stuck.add(new Stuck(
                            version.model(), version.version(), instance.getBusinessKey(), attempt.obstacles()));
                }
            }
            movable.add(new Outdated(version.model(), version.name(), version.version(), version.newest(), moved));
        }
        return new Result(movable, stuck);
    }

    /**
     * Timers that are in both versions keep their moments: what they were reckoned from is no variable of the instance.
     */
    MigrationPlan plan(Outdated version) {
        return engine.getRuntimeService()
                .createMigrationPlan(
                        definition(version.model(), version.version()).getId(),
                        definition(version.model(), version.newest()).getId())
                .mapEqualActivities()
                .build();
    }

    private ProcessDefinition definition(String model, int version) {
        return engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .processDefinitionKey(model)
                .processDefinitionVersion(version)
                .singleResult();
    }

    /** All of them before the first is moved: pages of what shrinks would leave some out. */
    private List<ProcessInstance> instances(String definition) {
        List<ProcessInstance> all = new ArrayList<>();
        List<ProcessInstance> page;
        do {
            page = engine.getRuntimeService()
                    .createProcessInstanceQuery()
                    .processDefinitionId(definition)
                    .orderByProcessInstanceId()
                    .asc()
                    .listPage(all.size(), PAGE);
            all.addAll(page);
        } while (page.size() == PAGE);
        return all;
    }

    /** Whatever the engine says, another server may have moved it at the same moment. */
    private Attempt move(MigrationPlan plan, ProcessInstance instance, boolean dryRun) {
        Attempt attempt = tryToMove(plan, instance, dryRun);
        return !attempt.obstacles().isEmpty() && standsOn(plan.getTargetProcessDefinitionId(), instance)
                ? Attempt.MOVED
                : attempt;
    }

    private Attempt tryToMove(MigrationPlan plan, ProcessInstance instance, boolean dryRun) {
        RuntimeService runtime = engine.getRuntimeService();
        for (int attempt = 1; ; attempt++) {
            try {
                apart.executeWithoutResult(status -> {
                    runtime.newMigration(plan)
                            .processInstanceIds(instance.getId())
                            .execute();
                    if (dryRun) {
                        status.setRollbackOnly();
                    }
                });
                return Attempt.MOVED;
            } catch (MigratingProcessInstanceValidationException impossible) {
                return new Attempt(false, reasons(impossible.getValidationReport()));
            } catch (OptimisticLockingException worked) {
                if (attempt == TRIES) {
                    return Attempt.failed(worked);
                }
            } catch (BadUserRequestException refused) {
                return ended(instance) ? Attempt.ENDED : Attempt.failed(refused);
            } catch (ProcessEngineException failed) {
                return Attempt.failed(failed);
            }
        }
    }

    private boolean ended(ProcessInstance instance) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .count()
                == 0;
    }

    private boolean standsOn(String definition, ProcessInstance instance) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(instance.getId())
                        .processDefinitionId(definition)
                        .count()
                > 0;
    }

    private static List<String> reasons(MigratingProcessInstanceValidationReport report) {
        Stream<String> ofActivities = report.getActivityInstanceReports().stream()
                .flatMap(each -> each.getFailures().stream().map(reason -> each.getSourceScopeId() + ": " + reason));
        Stream<String> ofTransitions = report.getTransitionInstanceReports().stream()
                .flatMap(each -> each.getFailures().stream().map(reason -> each.getSourceScopeId() + ": " + reason));
        return Stream.of(report.getFailures().stream(), ofActivities, ofTransitions)
                .flatMap(each -> each)
                .distinct()
                .toList();
    }
}
