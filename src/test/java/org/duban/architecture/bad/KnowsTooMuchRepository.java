package org.duban.architecture.bad;

import com.vaadin.flow.component.Component;
import java.time.Instant;
import org.camunda.bpm.engine.ProcessEngine;
import org.duban.architecture.bad.process.Model;

/** Breaks every rule, so that {@code ArchitectureTests} sees that each can fail. */
@SuppressWarnings("unused")
public class KnowsTooMuchRepository {

    private ProcessEngine engine;
    private Model model;
    private Component component;

    Instant soon() throws InterruptedException {
        Thread.sleep(1);
        return Instant.now();
    }
}
