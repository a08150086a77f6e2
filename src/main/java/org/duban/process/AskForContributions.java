package org.duban.process;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.duban.report.Contributions;
import org.duban.report.ReportId;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class AskForContributions implements JavaDelegate {

    private final Contributions contributions;

    AskForContributions(@Lazy Contributions contributions) {
        this.contributions = contributions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        List<String> asked =
                contributions.askAsSystem(new ReportId(Long.parseLong(execution.getProcessBusinessKey()))).stream()
                        .map(each -> Long.toString(each.value()))
                        .toList();
        execution.setVariable("contributions", Variables.untypedValue(asked, true));
    }
}
