package org.duban.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.account.Account;
import org.duban.directive.DirectiveId;
import org.duban.directive.ReportingFrequency;
import org.duban.directive.ReportingPlan;
import org.duban.extension.ExtensionId;
import org.duban.report.HeadApprovals;
import org.duban.report.ReportId;
import org.duban.task.DutyId;
import org.duban.task.KeyTaskId;
import org.duban.task.Objection;
import org.duban.task.Timeline;
import org.duban.task.TimelineEntry;
import org.duban.task.TimelineEntry.Kind;
import org.duban.task.TimelineEntry.Readers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The timeline tells nobody what the services hide from them. */
class TimelineReadersTests extends ExtensionTest {

    @Autowired
    Timeline timeline;

    @Autowired
    HeadApprovals approvals;

    @Test
    void readEachKindAsItIsDeclared() {
        int before = read(supervisor).size();
        transactions.executeWithoutResult(status ->
                Stream.of(Kind.values()).forEach(kind -> timeline.record(task, kind, null, lead.id(), "所写", "1")));

        assertThat(kinds(lead.staff(), before)).as("the department itself").containsExactly(Kind.values());
        assertThat(noted(lead.staff())).isEqualTo(EnumSet.allOf(Kind.class));
        assertThat(kinds(helper.staff(), before)).containsExactlyElementsOf(readBy(Set.of(Readers.EVERYBODY)));
        assertThat(noted(helper.staff())).isEqualTo(notesReadBy(Set.of(Readers.EVERYBODY)));
        Set<Readers> overseers = Set.of(Readers.EVERYBODY, Readers.OVERSEERS);
        for (Account overseer : List.of(supervisor, fixture.leader())) {
            assertThat(kinds(overseer, before)).containsExactlyElementsOf(readBy(overseers));
            assertThat(noted(overseer)).isEqualTo(notesReadBy(overseers));
        }
    }

    @Test
    void readNoNoteOfWhatTheyDoNotRead() {
        assertThat(Kind.values())
                .allMatch(kind -> kind.noteReaders().compareTo(kind.readers()) >= 0)
                .filteredOn(kind -> kind.readers() == Readers.OWN_ONLY)
                .containsExactly(
                        Kind.DISPUTE_PREPARED,
                        Kind.DISPUTE_REJECTED,
                        Kind.EXTENSION_ASKED,
                        Kind.EXTENSION_REJECTED,
                        Kind.EXTENSION_DROPPED,
                        Kind.EXTENSION_UNSIGNED);
        assertThat(Stream.of(Kind.values()).filter(kind -> kind.name().startsWith("INSTRUCTION")))
                .allMatch(kind -> kind.readers() == Readers.OVERSEERS);
    }

    @Test
    void knowNothingOfADisputeThatTheHeadDoesNotSign() {
        KeyTaskId unsigned = launched(ReportingFrequency.NONE);
        DutyId duty = duty(unsigned, lead).id();

        fixture.as(lead.staff(), () -> disputes.prepare(duty, Objection.concerningNobody("内部理由")));
        fixture.as(lead.head(), () -> disputes.reject(duty, "内部批评"));

        for (Account other : List.of(supervisor, fixture.leader(), helper.staff())) {
            assertThat(fixture.as(other, () -> tasks.timeline(unsigned, 50)))
                    .extracting(TimelineEntry::kind)
                    .containsExactly(Kind.LAUNCHED);
        }
        assertThat(fixture.as(lead.staff(), () -> tasks.timeline(unsigned, 50)))
                .extracting(TimelineEntry::note)
                .containsExactly("内部批评", "内部理由", null);
    }

    @Test
    void knowNothingOfARequestThatWasNeverSigned() {
        ExtensionId dropped = ask(lead.staff(), LATER);
        fixture.as(lead.staff(), () -> extensions.takeBack(dropped));
        ExtensionId rejected = ask(lead.staff(), LATER);
        fixture.as(lead.head(), () -> extensions.reject(rejected, "不同意"));
        ask(lead.staff(), LATER);
        liveUntil(DUE.plusDays(1));

        for (Account other : List.of(supervisor, fixture.leader(), helper.staff())) {
            assertThat(kindsSeenBy(other)).noneMatch(kind -> kind.name().startsWith("EXTENSION"));
        }
        assertThat(kindsSeenBy(lead.staff()))
                .containsSubsequence(
                        Kind.EXTENSION_UNSIGNED,
                        Kind.EXTENSION_ASKED,
                        Kind.EXTENSION_REJECTED,
                        Kind.EXTENSION_ASKED,
                        Kind.EXTENSION_DROPPED,
                        Kind.EXTENSION_ASKED);
    }

    @Test
    void knowThatASignedRequestWasTakenBackOrLapsed() {
        ExtensionId takenBack = ask(lead.head(), LATER);
        fixture.as(lead.staff(), () -> extensions.takeBack(takenBack));
        ask(lead.head(), LATER);
        liveUntil(DUE.plusDays(1));

        assertThat(kindsSeenBy(helper.staff())).contains(Kind.EXTENSION_TAKEN_BACK, Kind.EXTENSION_LAPSED);
    }

    @Test
    void knowNoStepWithinAFellowDepartmentAndNoUrgeToIt() {
        DirectiveId directive = fixture.directive(supervisor, 1, leads(lead), helps(helper));
        fixture.launch(supervisor, directive, new ReportingPlan(ReportingFrequency.MONTHLY, 25, true, 0), YEAR_END);
        task = tasksOf(directive).getFirst();
        sign(task, lead, helper);
        goTo(LocalDate.of(2026, 3, 16));
        ReportId report = reportOf(lead);
        submit(lead, report, 20);
        fixture.as(lead.head(), () -> approvals.holdBack(report, "重写"));
        liveUntil(LocalDate.of(2026, 4, 2));
        Kind[] inner = {Kind.REPORT_TO_HEAD, Kind.REPORT_HELD_BACK, Kind.REPORT_URGED, Kind.REPORT_ESCALATED};

        assertThat(kindsSeenBy(lead.staff())).contains(inner);
        assertThat(kindsSeenBy(supervisor)).contains(inner);
        assertThat(kindsSeenBy(helper.staff())).doesNotContain(inner);
    }

    private List<TimelineEntry> read(Account account) {
        return fixture.as(account, () -> tasks.timeline(task, 500)).reversed();
    }

    /** @param before how many the supervisor read before, which all of them read */
    private List<Kind> kinds(Account account, int before) {
        return read(account).stream().skip(before).map(TimelineEntry::kind).toList();
    }

    private Set<Kind> noted(Account account) {
        return read(account).stream()
                .filter(entry -> "所写".equals(entry.note()))
                .map(TimelineEntry::kind)
                .collect(Collectors.toSet());
    }

    private static List<Kind> readBy(Set<Readers> readers) {
        return Stream.of(Kind.values())
                .filter(kind -> readers.contains(kind.readers()))
                .toList();
    }

    private static Set<Kind> notesReadBy(Set<Readers> readers) {
        return Stream.of(Kind.values())
                .filter(kind -> readers.contains(kind.noteReaders()))
                .collect(Collectors.toSet());
    }
}
