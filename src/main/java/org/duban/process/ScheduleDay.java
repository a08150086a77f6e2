package org.duban.process;

import java.time.LocalTime;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.duban.base.WorkingCalendar;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

@Component
class ScheduleDay implements JavaDelegate {

    private final WorkingCalendar calendar;

    ScheduleDay(@Lazy WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable(
                "dayBeginsAt", Date.from(calendar.at(calendar.today().plusDays(1), LocalTime.of(0, 5))));
    }
}
