package org.duban.ui;

import com.vaadin.flow.component.UI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.duban.ui.StatusBadge.Tone;
import org.springframework.stereotype.Component;

/** Days and moments as pages show them, in the configured zone. */
@Component
public class Formats {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private static final int SOON = 3;

    private final Clock clock;

    Formats(Clock clock) {
        this.clock = clock;
    }

    /** {@code 2026-03-04}, or an en dash for none. */
    public String day(LocalDate day) {
        return day == null ? "–" : DAY.format(day);
    }

    /** {@code 2026-03-04 09:30}, or an en dash for none. */
    public String moment(Instant moment) {
        return moment == null ? "–" : moment(moment, clock.getZone());
    }

    static String moment(Instant moment, ZoneId zone) {
        return MOMENT.format(moment.atZone(zone));
    }

    /** Who did something; with the name of those in whose place, where it was not in their own right. */
    public String actor(String name, String behalf) {
        return behalf == null ? name : UI.getCurrent().getTranslation("actor.behalf", name, behalf);
    }

    /** {@link #remaining} as a badge: red when late, yellow in the last {@value #SOON} days. */
    public StatusBadge dueBadge(LocalDate dueOn) {
        long days = daysUntil(dueOn);
        if (days < 0) {
            return new StatusBadge(Tone.ERROR, remaining(dueOn));
        }
        return new StatusBadge(days <= SOON ? Tone.WARNING : Tone.NEUTRAL, remaining(dueOn));
    }

    /** Whether the day has passed, as seen today. */
    public boolean over(LocalDate dueOn) {
        return daysUntil(dueOn) < 0;
    }

    /** {@code 09:30} where the moment is today, else as {@link #moment}. */
    public String brief(Instant moment) {
        boolean today = LocalDate.ofInstant(moment, clock.getZone()).equals(LocalDate.now(clock));
        return today ? TIME.format(moment.atZone(clock.getZone())) : moment(moment);
    }

    /** "3 days left", "today" or "3 days late", as seen today. */
    public String remaining(LocalDate dueOn) {
        long days = daysUntil(dueOn);
        String key = days > 0 ? "due.left" : days == 0 ? "due.today" : "due.late";
        return UI.getCurrent().getTranslation(key, Math.abs(days));
    }

    private long daysUntil(LocalDate dueOn) {
        return dueOn.toEpochDay() - LocalDate.now(clock).toEpochDay();
    }
}
