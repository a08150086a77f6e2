package org.duban.directive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duban.account.Account;
import org.duban.base.MovableClock;
import org.duban.base.Refusal;
import org.duban.support.Fixture;
import org.duban.support.Fixture.Office;
import org.duban.support.OnEveryDatabase;
import org.duban.support.Paper;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A test of drafts: two supervisors share what one of them imports. */
@OnEveryDatabase
abstract class DraftTest {

    @Autowired
    Fixture fixture;

    @Autowired
    MovableClock clock;

    @Autowired
    Directives directives;

    @Autowired
    Drafts drafts;

    @Autowired
    DivisionTables tables;

    @Autowired
    DivisionNames names;

    @Autowired
    Sources sources;

    @Autowired
    Supervision supervision;

    Account supervisor;
    Account colleague;
    Office lead;
    Office helper;

    @BeforeEach
    void begin() {
        fixture.travelTo(Instant.parse("2026-03-02T02:00:00Z"));
        supervisor = fixture.supervisor();
        colleague = fixture.supervisor();
        lead = fixture.office();
        helper = fixture.office();
    }

    DirectiveId imported(Paper paper) {
        DirectiveId id = as(() -> drafts.create(paper.facts(), "方案.docx", paper.text(), paper.document()));
        directives.entrustAsSystem(id, colleague.id());
        return id;
    }

    <T> T as(Supplier<T> action) {
        return fixture.as(supervisor, action);
    }

    List<DivisionRow> rows(DirectiveId id) {
        return as(() -> directives.rows(id, Directives.FIRST_ROW, 100)).rows();
    }

    DivisionRow row(DirectiveId id, String no) {
        return rows(id).stream().filter(row -> row.no().equals(no)).findFirst().orElseThrow();
    }

    List<String> numbers(DirectiveId id) {
        return rows(id).stream().map(DivisionRow::no).toList();
    }

    String text(DirectiveId id) {
        return as(() -> sources.of(id)).orElseThrow().text();
    }

    static void refused(String messageKey, ThrowingCallable action) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(action)
                .satisfies(refusal -> assertThat(refusal.messageKey()).isEqualTo(messageKey));
    }

    /** Refused because somebody edited it at this moment, who is named. */
    void editedBy(Account faster, Runnable action) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(action::run).satisfies(refusal -> {
            assertThat(refusal.messageKey()).isEqualTo("refusal.draft.editedBy");
            assertThat(refusal.arguments()).containsExactly(faster.displayName(), clock.instant());
        });
    }
}
