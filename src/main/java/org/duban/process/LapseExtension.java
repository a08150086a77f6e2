package org.duban.process;

import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
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
        Optional<Extensions.InTime> inTime = extensions.lapseAsSystem(
                new ExtensionId(Long.parseLong(execution.getProcessBusinessKey())), knowsAWayBack(execution));
        execution.setVariable("inTime", Variables.untypedValue(inTime.isPresent(), true));
        inTime.ifPresent(request -> {
            execution.setVariable("signed", Variables.untypedValue(request.signed(), true));
            execution.setVariable("lapsesAt", Variables.untypedValue(Date.from(request.lapsesAt()), true));
        });
    }

    /** The model of before key tasks could stand still ends here in any case. */
    private static boolean knowsAWayBack(DelegateExecution execution) {
        return execution.getBpmnModelInstance().getModelElementById("still-in-time") != null;
    }
}
