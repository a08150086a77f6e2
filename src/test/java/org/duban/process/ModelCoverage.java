package org.duban.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Notes each flow node that any engine of this test JVM enters and each sequence flow that it takes; lets it break there on demand. */
@Component
class ModelCoverage extends AbstractProcessEnginePlugin {

    private static final Map<String, Set<String>> VISITED = new ConcurrentHashMap<>();
    private static final AtomicReference<Meeting> MEETING = new AtomicReference<>();

    private record Meeting(String element, AtomicInteger passes, Runnable something) {}

    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What was visited on engines of this database type, as {@code process/element}. */
    static Set<String> visited(String databaseType) {
        return VISITED.getOrDefault(databaseType, Set.of());
    }

    /** Runs the action with an engine that breaks at the element ({@code process/element}), passed so often before. */
    static void breakingAt(String element, int passes, Runnable action) {
        meet(element, passes, () -> {
            throw new Broken();
        });
        try {
            action.run();
        } finally {
            MEETING.set(null);
        }
    }

    /** Lets the engine run into something when it comes to the element, after so many passes. */
    static void meet(String element, int passes, Runnable something) {
        MEETING.set(new Meeting(element, new AtomicInteger(passes), something));
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        Set<String> visited =
                VISITED.computeIfAbsent(configuration.getDatabaseType(), type -> ConcurrentHashMap.newKeySet());
        BpmnParseListener listening = new AbstractBpmnParseListener() {
            @Override
            public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
                definitions.forEach(definition -> listen(definition.getKey(), definition, visited));
            }
        };
        configuration.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(listening)));
    }

    private static void listen(String process, ScopeImpl scope, Set<String> visited) {
        for (ActivityImpl activity : scope.getActivities()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, note(process, activity.getId(), visited));
            activity.getOutgoingTransitions().forEach(transition -> ((TransitionImpl) transition)
                    .addExecutionListener(note(process, transition.getId(), visited)));
            listen(process, activity, visited);
        }
    }

    private static ExecutionListener note(String process, String element, Set<String> visited) {
        String name = process + "/" + element;
        return execution -> {
            visited.add(name);
            Meeting meeting = MEETING.get();
            if (meeting != null
                    && meeting.element().equals(name)
                    && meeting.passes().getAndDecrement() == 0) {
                meeting.something().run();
            }
        };
    }
}
