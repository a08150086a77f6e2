package org.duban.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class LapseExtension implements JavaDelegate {

    private final Extensions extensions;

    LapseExtension(@Lazy Extensions extensions) {
        this.extensions = extensions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        extensions.lapseAsSystem(new ExtensionId(Long.parseLong(execution.getProcessBusinessKey())));
    }
}
