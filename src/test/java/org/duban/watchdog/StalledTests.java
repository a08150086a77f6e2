package org.duban.watchdog;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.duban.account.Account;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.DutyRole;
import org.duban.directive.ReportingFrequency;
import org.duban.support.EmptyWorld;
import org.duban.support.Fixture;
import org.duban.support.Fixture.Office;
import org.duban.support.OnEveryDatabase;
import org.duban.task.Acknowledgements;
import org.duban.task.DutyId;
import org.duban.watchdog.EngineWatch.Wait;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ledger and engine are read one after the other, while people work. */
@OnEveryDatabase
class StalledTests {

    @Autowired
    EmptyWorld world;

    @Autowired
    Fixture fixture;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EngineWatch engine;

    @Autowired
    WorkingCalendar calendar;

    private Office office;
    private DutyId duty;

    @BeforeEach
    void launch() {
        world.begin();
        Account supervisor = fixture.supervisor();
        office = fixture.office();
        DirectiveId directive = fixture.directive(supervisor, 1, new Fixture.Assigned(office, DutyRole.LEAD));
        fixture.launch(
                supervisor, directive, ReportingFrequency.NONE, calendar.today().plusYears(1));
        duty = new DutyId(jdbc.sql("SELECT id FROM duty").query(Long.class).single());
    }

    @Test
    void leavesAloneWhatSomebodyMovesBetweenTheTwoReadings() {
        AtomicBoolean first = new AtomicBoolean(true);
        EngineWatch overtaken = asking(expected -> {
            if (first.getAndSet(false)) {
                fixture.as(office.staff(), () -> acknowledgements.acknowledge(duty));
            }
            return engine.waiting(expected);
        });

        assertThat(new Stalled().stalledDuties(jdbc, overtaken).read("", 10)).isEmpty();
        assertThat(jdbc.sql("SELECT state FROM duty").query(String.class).single())
                .isEqualTo("ACKNOWLEDGED");
    }

    @Test
    void findsWhatIsMissingAtBothReadings() {
        EngineWatch empty = asking(expected -> Set.of());

        assertThat(new Stalled().stalledDuties(jdbc, empty).read("", 10))
                .extracting(trouble -> trouble.key().id())
                .containsExactly(Long.toString(duty.value()));
    }

    private static EngineWatch asking(Function<Collection<Wait>, Set<Wait>> waiting) {
        return (EngineWatch) Proxy.newProxyInstance(
                EngineWatch.class.getClassLoader(), new Class<?>[] {EngineWatch.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("waiting");
                    @SuppressWarnings("unchecked")
                    Collection<Wait> expected = (Collection<Wait>) arguments[0];
                    return waiting.apply(expected);
                });
    }
}
