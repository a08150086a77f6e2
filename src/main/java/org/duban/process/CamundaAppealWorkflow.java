package org.duban.process;

import java.util.Map;
import org.duban.score.AppealId;
import org.duban.score.AppealWorkflow;
import org.springframework.stereotype.Component;

/** Tells {@code score-appeal.bpmn} what happened. */
@Component
class CamundaAppealWorkflow implements AppealWorkflow {

    private final Engine engine;

    CamundaAppealWorkflow(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void appealed(AppealId appeal) {
        engine.start("score-appeal", key(appeal), Map.of());
    }

    @Override
    public void upheld(AppealId appeal) {
        engine.complete("decide-appeal", key(appeal), Map.of("upheld", true));
    }

    @Override
    public void refused(AppealId appeal) {
        engine.complete("decide-appeal", key(appeal), Map.of("upheld", false));
    }

    @Override
    public void takenBack(AppealId appeal) {
        engine.tell("score-appeal-taken-back", key(appeal), Map.of());
    }

    private static String key(AppealId appeal) {
        return Long.toString(appeal.value());
    }
}
