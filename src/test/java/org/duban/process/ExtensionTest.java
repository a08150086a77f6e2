package org.duban.process;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.directive.ExtensionLimit;
import org.duban.directive.ReportingFrequency;
import org.duban.extension.Extension;
import org.duban.extension.ExtensionId;
import org.duban.extension.Extensions;
import org.duban.extension.Request;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Successions;
import org.duban.task.TimelineEntry;
import org.duban.task.TimelineEntry.Kind;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.support.TransactionTemplate;

/** A signed key task whose lead asks for a later due date. */
abstract class ExtensionTest extends ProcessTest {

    static final LocalDate DUE = LocalDate.of(2026, 4, 10);
    static final LocalDate LATER = LocalDate.of(2026, 6, 30);

    @Autowired
    Extensions extensions;

    @Autowired
    ExtensionLimit limit;

    @Autowired
    Accounts accounts;

    @Autowired
    Successions successions;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    ApplicationEventPublisher events;

    KeyTaskId task;

    @BeforeEach
    void launch() {
        task = launched(ReportingFrequency.NONE, DUE, leads(lead), helps(helper));
        sign(task, lead, helper);
    }

    ExtensionId ask(Account account, LocalDate dueOn) {
        DutyId duty = duty(task, lead).id();
        return fixture.as(account, () -> extensions.ask(duty, request(dueOn)));
    }

    void ask(Request request) {
        DutyId duty = duty(task, lead).id();
        fixture.as(lead.head(), () -> extensions.ask(duty, request));
    }

    void approved(LocalDate dueOn) {
        ExtensionId id = ask(lead.head(), dueOn);
        fixture.as(supervisor, () -> extensions.approve(id, dueOn, null));
    }

    static Request request(LocalDate dueOn) {
        return new Request(dueOn, "汛期停工", 40, "主体已完工四成");
    }

    Extension found(ExtensionId id) {
        return found(id, task);
    }

    /** As a leader reads it, who oversees all. */
    Extension found(ExtensionId id, KeyTaskId of) {
        return fixture.as(fixture.leader(), () -> extensions.of(of)).stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    int timesExtended() {
        return jdbc.sql("SELECT times_extended FROM key_task WHERE id = :id")
                .param("id", task.value())
                .query(Integer.class)
                .single();
    }

    List<Kind> kindsSeenBy(Account account) {
        return fixture.as(account, () -> tasks.timeline(task, 100)).stream()
                .map(TimelineEntry::kind)
                .toList();
    }

    void denied(Account account, Runnable action) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(() -> fixture.as(account, action));
    }
}
