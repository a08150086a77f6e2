package org.duban.process;

import java.util.Map;
import org.duban.directive.DirectiveId;
import org.duban.directive.DirectiveWorkflow;
import org.springframework.stereotype.Component;

/** Tells {@code directive.bpmn} what happened. */
@Component
class CamundaDirectiveWorkflow implements DirectiveWorkflow {

    private static final String PROCESS = "directive";
    private static final String CHANGED = "reporting-changed";

    private final Engine engine;

    CamundaDirectiveWorkflow(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void launchRequested(DirectiveId directive) {
        engine.start(PROCESS, key(directive), Map.of());
    }

    @Override
    public void remainingRowsRequested(DirectiveId directive) {
        if (engine.runs(PROCESS, key(directive))) {
            engine.tell("remaining-rows-requested", key(directive), Map.of());
        } else {
            engine.startAgain(PROCESS, key(directive));
        }
    }

    /** A process that ended, since nothing was to be reported, begins anew; one that is launching comes to its periods by itself. */
    @Override
    public void reportingChanged(DirectiveId directive) {
        if (!engine.runs(PROCESS, key(directive))) {
            engine.startAgain(CHANGED, key(directive), Map.of());
        } else if (engine.awaits(CHANGED, PROCESS, key(directive))) {
            engine.tell(CHANGED, key(directive), Map.of());
        }
    }

    private static String key(DirectiveId directive) {
        return Long.toString(directive.value());
    }
}
