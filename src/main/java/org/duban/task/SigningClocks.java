package org.duban.task;

import java.time.Instant;
import java.time.LocalTime;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.SigningSettings;
import org.duban.directive.SigningTerms;
import org.springframework.stereotype.Component;

/** Starts clocks for signing as the directive's settings are now; each ends with its last working day. */
@Component
class SigningClocks {

    private final SigningSettings settings;
    private final WorkingCalendar calendar;

    SigningClocks(SigningSettings settings, WorkingCalendar calendar) {
        this.settings = settings;
        this.calendar = calendar;
    }

    SigningClock start(DirectiveId directive) {
        SigningTerms terms = settings.ofAsSystem(directive);
        return new SigningClock(after(terms.acknowledgeDays()), after(terms.disputeDays()));
    }

    private Instant after(int workingDays) {
        return calendar.at(calendar.plusWorkingDays(calendar.today(), workingDays), LocalTime.MAX.withNano(0));
    }
}
