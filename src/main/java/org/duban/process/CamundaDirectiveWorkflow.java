package org.duban.process;

import java.util.Map;
import org.duban.directive.DirectiveId;
import org.duban.directive.DirectiveWorkflow;
import org.springframework.stereotype.Component;

/** Tells {@code directive.bpmn} what happened. */
@Component
class CamundaDirectiveWorkflow implements DirectiveWorkflow {

    private final Engine engine;

    CamundaDirectiveWorkflow(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void launchRequested(DirectiveId directive) {
        engine.start("directive", Long.toString(directive.value()), Map.of());
    }
}
