package org.duban.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.duban.base.CountedDays;
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
        CountedDays acknowledge = calendar.count(calendar.today(), terms.acknowledgeDays());
        return new SigningClock(
                acknowledge,
                endOf(acknowledge.to()),
                endOf(calendar.plusWorkingDays(calendar.today(), terms.disputeDays())));
    }

    private Instant endOf(LocalDate day) {
        return calendar.at(day, LocalTime.MAX.withNano(0));
    }
}
