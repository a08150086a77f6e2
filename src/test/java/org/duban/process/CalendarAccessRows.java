package org.duban.process;

import java.nio.charset.StandardCharsets;
import org.duban.calendar.CalendarYears;
import org.duban.task.CountedDates;
import org.springframework.context.ApplicationContext;

/** The part of the {@link AccessTable} that is about the calendar and what was counted in it. */
final class CalendarAccessRows {

    private static final byte[] FILE = "2027-01-01,放假,元旦".getBytes(StandardCharsets.UTF_8);

    private final AccessTable table;
    private final AccessWorld world;
    private final ApplicationContext application;

    CalendarAccessRows(AccessTable table, AccessWorld world, ApplicationContext application) {
        this.table = table;
        this.world = world;
        this.application = application;
    }

    void enter() {
        CalendarYears years = application.getBean(CalendarYears.class);
        //                          staff head fellow other superv. other leader admin
        table.see("CalendarYears.years", "x x x x x x x ok", years::years);
        table.see("CalendarYears.file", "x x x x x x x ok", () -> years.file(2026));
        table.see("CalendarYears.preview", "x x x x x x x ok", () -> years.preview(FILE));
        long now = world.fixture
                .as(world.people().get("the administrator"), () -> years.preview(FILE))
                .basedOn();
        table.act("CalendarYears.enter", "x x x x x x x ok", () -> years.enter(FILE, "国办发明电〔2026〕1号", now));
        CountedDates counted = application.getBean(CountedDates.class);
        table.see("CountedDates.signing", "ok ok ok - ok - ok -", () -> counted.signing(world.task)
                .keySet());
    }
}
