package org.duban.process;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.duban.base.Moments;
import org.duban.base.Refusal;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that the application does with the engine, always within a transaction of the application. Variables
 * are transient: they route, then they are gone. Whoever comes second to a wait state is refused.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Engine {

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final JdbcClient jdbc;
    private final SQLExceptionTranslator sqlErrors;
    private final Clock clock;

    Engine(
            RuntimeService engineRuntimeService,
            TaskService engineTaskService,
            JdbcClient jdbc,
            SQLExceptionTranslator sqlErrors,
            Clock clock) {
        this.runtime = engineRuntimeService;
        this.tasks = engineTaskService;
        this.jdbc = jdbc;
        this.sqlErrors = sqlErrors;
        this.clock = clock;
    }

    /** Starts the one instance that this business key may have. @throws DuplicateKeyException for a second one */
    void start(String definition, String businessKey, Map<String, Object> routing) {
        jdbc.sql("INSERT INTO started_process (definition, business_key, started_at) VALUES (:definition, :key, :now)")
                .param("definition", definition)
                .param("key", businessKey)
                .param("now", Moments.toDatabase(clock.instant()))
                .update();
        translating(() -> runtime.startProcessInstanceByKey(definition, businessKey, transientOnes(routing)));
    }

    /** Whether the instance of the definition with the business key has not ended. */
    boolean runs(String definition, String businessKey) {
        return translating(() -> runtime.createProcessInstanceQuery()
                        .processDefinitionKey(definition)
                        .processInstanceBusinessKey(businessKey)
                        .count()
                > 0);
    }

    /** Starts an instance after the earlier one has ended; the caller keeps others from doing so at the same time. */
    void startAgain(String definition, String businessKey) {
        translating(() -> runtime.startProcessInstanceByKey(definition, businessKey));
    }

    /** Like the other one, where the model has a beginning of its own for that, with a message of this name. */
    void startAgain(String message, String businessKey, Map<String, Object> routing) {
        translating(() -> runtime.startProcessInstanceByMessage(message, businessKey, transientOnes(routing)));
    }

    /** Whether the instance with the business key waits for the message. */
    boolean awaits(String message, String definition, String businessKey) {
        return translating(() -> runtime.createExecutionQuery()
                        .processDefinitionKey(definition)
                        .processInstanceBusinessKey(businessKey)
                        .messageEventSubscriptionName(message)
                        .count()
                > 0);
    }

    /** Completes the user task whose subject is given. @throws Refusal if nothing waits there any more */
    void complete(String taskDefinition, String subject, Map<String, Object> routing) {
        translating(() -> {
            List<Task> waiting = tasks.createTaskQuery()
                    .taskAssignee(subject)
                    .taskDefinitionKey(taskDefinition)
                    .list();
            if (waiting.size() != 1) {
                throw Refusal.alreadyHandled();
            }
            tasks.complete(waiting.getFirst().getId(), transientOnes(routing));
            return null;
        });
    }

    /**
     * Hands a message to the instance with the business key.
     *
     * @throws Refusal if it does not wait for it, or goes by an older model that may not know it
     */
    void tell(String message, String businessKey, Map<String, Object> routing) {
        try {
            translating(() -> {
                runtime.createMessageCorrelation(message)
                        .processInstanceBusinessKey(businessKey)
                        .setVariables(transientOnes(routing))
                        .correlate();
                return null;
            });
        } catch (Refusal late) {
            throw goesByOlderModel(businessKey) ? new Refusal("refusal.olderModel") : late;
        }
    }

    private boolean goesByOlderModel(String businessKey) {
        return jdbc.sql(
                                """
                                SELECT COUNT(*) FROM ACT_RU_EXECUTION p JOIN ACT_RE_PROCDEF d ON d.ID_ = p.PROC_DEF_ID_
                                 WHERE p.BUSINESS_KEY_ = :key AND p.PARENT_ID_ IS NULL
                                   AND EXISTS (SELECT 1 FROM ACT_RE_PROCDEF n WHERE n.KEY_ = d.KEY_ AND n.VERSION_ > d.VERSION_)""")
                        .param("key", businessKey)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Tells collisions apart from failures, whichever of the engine's exceptions they come in. */
    private <T> T translating(Supplier<T> action) {
        try {
            return action.get();
        } catch (OptimisticLockingException lost) {
            throw new OptimisticLockingFailureException("engine", lost);
        } catch (MismatchingMessageCorrelationException late) {
            Refusal refusal = Refusal.alreadyHandled();
            refusal.initCause(late);
            throw refusal;
        } catch (ProcessEngineException failed) {
            for (Throwable cause = failed.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException error
                        && sqlErrors.translate("engine", null, error)
                                instanceof ConcurrencyFailureException collision) {
                    throw collision;
                }
            }
            throw failed;
        }
    }

    private static VariableMap transientOnes(Map<String, Object> routing) {
        VariableMap variables = Variables.createVariables();
        routing.forEach((name, value) -> variables.putValueTyped(name, Variables.untypedValue(value, true)));
        return variables;
    }
}
