package org.duban.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.CalendarChanged;
import org.duban.base.CalendarDay;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 工作日历: the holidays and make-up days of each year, for the system administrator. What was counted before a change
 * keeps its day: late stays late (DESIGN, invariant 3).
 */
@Service
@Transactional
public class CalendarYears {

    /** Largest file, in bytes; a year has some 2 000. */
    public static final int LARGEST = 100_000;

    /** Longest source, in characters. */
    public static final int LONGEST_SOURCE = 200;

    private final CalendarRepository repository;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final Ids ids;
    private final ApplicationEventPublisher events;

    CalendarYears(
            CalendarRepository repository,
            WorkingCalendar calendar,
            CurrentCaller caller,
            Ids ids,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.calendar = calendar;
        this.caller = caller;
        this.ids = ids;
        this.events = events;
    }

    /** What is known, the newest year first. */
    @Transactional(readOnly = true)
    public List<CalendarYear> years() {
        caller.require(Role.SYSADMIN);
        Map<Integer, List<CalendarDay>> days = repository.days();
        return repository.years().stream()
                .map(year -> new CalendarYear(
                        year.year(),
                        year.source(),
                        year.enteredBy(),
                        year.enteredAt(),
                        days.getOrDefault(year.year(), List.of()),
                        calendar.workingDaysBetween(
                                LocalDate.of(year.year() - 1, 12, 31), LocalDate.of(year.year(), 12, 31))))
                .toList();
    }

    /** The year as a file that can be brought in again. @throws Refusal if it is not known */
    @Transactional(readOnly = true)
    public byte[] file(int year) {
        caller.require(Role.SYSADMIN);
        List<CalendarDay> days = repository.days().get(year);
        if (days == null) {
            throw Refusal.notFound();
        }
        return CalendarFile.write(days);
    }

    /**
     * What the file would change; nothing is entered.
     *
     * @throws Refusal if it is too large, no text, or has no line
     */
    @Transactional(readOnly = true)
    public CalendarPreview preview(byte[] file) {
        caller.require(Role.SYSADMIN);
        long revision = repository.revision();
        CalendarFile read = read(file);
        Map<Integer, List<CalendarDay>> before = repository.days();
        List<YearChange> years = new ArrayList<>();
        byYear(read)
                .forEach((year, days) -> years.add(
                        YearChange.of(year, before.containsKey(year), before.getOrDefault(year, List.of()), days)));
        return new CalendarPreview(revision, read.bad(), years);
    }

    /**
     * Replaces each year of which the file has days, as a whole.
     *
     * @param source number of the document that announced them
     * @param basedOn the calendar that was compared with in the preview, by {@link CalendarPreview#basedOn}
     * @throws Refusal if a line is bad, the source is missing, or the calendar was changed since the preview
     */
    public void enter(byte[] file, String source, long basedOn) {
        Caller me = caller.require(Role.SYSADMIN);
        CalendarFile read = read(file);
        if (!read.bad().isEmpty()) {
            throw new Refusal("refusal.calendar.badLines", read.bad().size());
        }
        String words = Words.required(source, LONGEST_SOURCE, "refusal.calendar.sourceMissing");
        if (repository.lockRevision() != basedOn) {
            throw new Refusal("refusal.calendar.changed");
        }
        byYear(read).forEach((year, days) -> repository.replace(year, days, words, me.accountId(), calendar.now()));
        // never one that was there before, not even in a transaction that was undone: see CalendarDays
        repository.setRevision(ids.next());
        events.publishEvent(new CalendarChanged());
    }

    private CalendarFile read(byte[] file) {
        if (file.length > LARGEST) {
            throw new Refusal("refusal.calendar.tooLarge", LARGEST / 1_000);
        }
        return CalendarFile.read(file, calendar.today());
    }

    private static Map<Integer, List<CalendarDay>> byYear(CalendarFile file) {
        return file.days().stream()
                .collect(Collectors.groupingBy(day -> day.day().getYear(), TreeMap::new, Collectors.toList()));
    }
}
