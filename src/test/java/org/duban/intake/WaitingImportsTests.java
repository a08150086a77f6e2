package org.duban.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.duban.account.Account;
import org.duban.account.CurrentCaller;
import org.duban.base.Ids;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.duban.support.Fixture;
import org.duban.support.IntegrationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Imports that wait for the thread, which others keep busy. */
@IntegrationTest
class WaitingImportsTests {

    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Autowired
    ImportWork work;

    @Autowired
    CurrentCaller caller;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    Ids ids;

    @Autowired
    Fixture fixture;

    private Imports imports;
    private Account supervisor;

    @BeforeEach
    void begin() {
        imports = new Imports(work, new ImportThread(waiting::add), caller, calendar, ids);
        supervisor = fixture.supervisor();
    }

    private <T> T as(Supplier<T> action) {
        return fixture.as(supervisor, action);
    }

    @Test
    void countWhileTheyHoldWhatWasHandedInThoughNobodyWantsThemAnyMore() {
        for (int count = 0; count < Imports.AT_ONCE; count++) {
            ImportId begun = as(() -> imports.paste("一、推进试点。（甲部牵头）"));
            fixture.as(supervisor, () -> imports.forget(begun));
            assertThatExceptionOfType(Refusal.class).isThrownBy(() -> as(() -> imports.get(begun)));
        }
        assertThat(as(imports::mine)).isEmpty();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> as(() -> imports.paste("又一份")))
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo("refusal.import.tooMany"));

        waiting.removeFirst().run();
        ImportId next = as(() -> imports.paste("又一份"));
        assertThat(as(imports::mine)).extracting(Import::id).containsExactly(next);
    }
}
