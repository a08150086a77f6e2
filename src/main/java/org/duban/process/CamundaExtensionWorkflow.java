package org.duban.process;

import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.duban.extension.ExtensionId;
import org.duban.extension.ExtensionWorkflow;
import org.duban.task.KeyTaskId;
import org.springframework.stereotype.Component;

/** Tells {@code extension.bpmn} what happened. */
@Component
class CamundaExtensionWorkflow implements ExtensionWorkflow {

    private final Engine engine;

    CamundaExtensionWorkflow(Engine engine) {
        this.engine = engine;
    }

    @Override
    public void requested(KeyTaskId task, ExtensionId extension, boolean signed, Instant lapsesAt) {
        engine.tell(
                "extension-requested",
                Long.toString(task.value()),
                Map.of("extension", key(extension), "signed", signed, "lapsesAt", Date.from(lapsesAt)));
    }

    @Override
    public void signed(ExtensionId extension) {
        engine.complete("sign-extension", key(extension), Map.of("submitted", true));
    }

    @Override
    public void rejected(ExtensionId extension) {
        engine.complete("sign-extension", key(extension), Map.of("submitted", false));
    }

    @Override
    public void approved(ExtensionId extension) {
        engine.complete("decide-extension", key(extension), Map.of("approved", true));
    }

    @Override
    public void refused(ExtensionId extension) {
        engine.complete("decide-extension", key(extension), Map.of("approved", false));
    }

    @Override
    public void takenBack(ExtensionId extension) {
        engine.tell("extension-taken-back", key(extension), Map.of());
    }

    private static String key(ExtensionId extension) {
        return Long.toString(extension.value());
    }
}
