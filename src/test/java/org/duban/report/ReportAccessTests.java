package org.duban.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.duban.support.Refused.assertRefused;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.duban.account.Account;
import org.duban.base.DueKey;
import org.duban.support.Fixture;
import org.duban.support.IntegrationTest;
import org.duban.support.ReportFixture;
import org.duban.task.KeyTasks;
import org.duban.task.TimelineEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.security.access.AccessDeniedException;

/** Who may do what with a report, path by path (DESIGN, invariant 5). */
@IntegrationTest
@Import(ReportFixture.class)
class ReportAccessTests {

    private static final ReportContent CONTENT = new ReportContent(20, "已完成选址。", "资金未到位", Map.of());

    @Autowired
    Fixture fixture;

    @Autowired
    ReportFixture reportFixture;

    @Autowired
    Reports reports;

    @Autowired
    Reviews reviews;

    @Autowired
    BatchReviews batch;

    @Autowired
    KeyTasks tasks;

    ReportFixture.Open open;

    @BeforeEach
    void openAReport() {
        open = reportFixture.open();
    }

    @Test
    void showsADraftToItsDepartmentAlone() {
        fixture.as(open.lead().staff(), () -> reports.saveDraft(open.report(), CONTENT, 0));

        assertThat(details(open.lead().head()).report().draft().body()).isEqualTo("已完成选址。");
        for (Account other : List.of(open.fellow().staff(), open.supervisor(), fixture.leader())) {
            ReportDetails seen = details(other);
            assertThat(seen.report().draft())
                    .isEqualTo(new ProgressReport.Draft(null, null, null, Map.of(), null, null, 0));
            assertThat(seen.submissions()).isEmpty();
            assertThat(seen.writable()).isFalse();
            assertThat(seen.reviewable()).isFalse();
            assertThat(fixture.as(other, () -> reports.of(open.task(), 9)))
                    .allSatisfy(row -> assertThat(row.report().draft().body()).isNull());
        }
    }

    @Test
    void showsWhatWasHandedInAndNotWhatIsWrittenSince() {
        fixture.as(open.lead().staff(), () -> reports.submit(open.report(), CONTENT, fixture.revision(open.report())));
        reportFixture.giveBack(open.supervisor(), open.report(), "补充", LocalDate.of(2026, 4, 1));
        fixture.as(open.lead().staff(), () -> {
            ProgressReport.Draft draft = reports.details(open.report()).report().draft();
            reports.saveDraft(open.report(), new ReportContent(30, "内部讨论中", null, Map.of()), draft.revision());
        });

        ReportDetails seen = details(open.fellow().staff());

        assertThat(seen.submissions()).extracting(Submission::body).containsExactly("已完成选址。");
        assertThat(seen.report().draft().body()).isNull();
    }

    @Test
    void keepsTheSupervisorsWordsFromFellowDepartments() {
        reportFixture.submit(open.lead().staff(), open.report(), 20);
        long first = fixture.handIn(open.report());
        fixture.as(
                open.supervisor(),
                () -> reviews.returnForAmendment(open.report(), first, "数据不实", LocalDate.of(2026, 4, 1)));
        assertThat(wordsRead(open.fellow().staff())).isEmpty();
        assertThat(wordsRead(open.lead().head())).containsExactly("数据不实", "数据不实", "数据不实");
        reportFixture.submit(open.lead().staff(), open.report(), 25);
        long second = fixture.handIn(open.report());
        fixture.as(open.supervisor(), () -> reviews.accept(open.report(), second, "下不为例"));

        assertThat(wordsRead(open.fellow().head())).isEmpty();
        assertThat(details(open.fellow().head()).submissions())
                .extracting(Submission::decision)
                .containsExactly(Submission.Decision.ACCEPTED, Submission.Decision.RETURNED);
        for (Account concerned : List.of(open.lead().staff(), open.supervisor(), fixture.leader())) {
            assertThat(wordsRead(concerned)).containsExactly("下不为例", "数据不实", "下不为例", "下不为例", "数据不实");
        }
    }

    /** In the report, in the list and in the timeline. */
    private List<String> wordsRead(Account account) {
        Stream<String> details = details(account).submissions().stream().map(Submission::reason);
        Stream<String> list = fixture.as(account, () -> reports.of(open.task(), 9)).stream()
                .map(ReportSummary::latest)
                .filter(Objects::nonNull)
                .map(Submission::reason);
        Stream<String> timeline = fixture.as(account, () -> tasks.timeline(open.task(), 50)).stream()
                .map(TimelineEntry::note);
        return Stream.of(details, list, timeline)
                .flatMap(words -> words)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void hidesReportsFromThoseWithoutAPartInTheKeyTask() {
        fixture.as(open.lead().staff(), () -> reports.submit(open.report(), CONTENT, fixture.revision(open.report())));

        for (Account stranger : List.of(fixture.office().staff(), fixture.supervisor(), fixture.admin())) {
            assertNotFound(() -> details(stranger));
            assertNotFound(() -> fixture.as(stranger, () -> reports.of(open.task(), 9)));
        }
    }

    @Test
    void letsNobodyElseWrite() {
        for (Account other : List.of(
                open.fellow().staff(),
                open.supervisor(),
                fixture.leader(),
                fixture.office().staff())) {
            assertNotFound(() -> fixture.as(other, () -> reports.saveDraft(open.report(), CONTENT, 0)));
            assertNotFound(() ->
                    fixture.as(other, () -> reports.submit(open.report(), CONTENT, fixture.revision(open.report()))));
        }
        assertThat(details(open.lead().staff()).report().draft().savedAt()).isNull();
    }

    @Test
    void takesNoFigureForATargetOfAnotherKeyTask() {
        ReportFixture.Open other = reportFixture.open();
        long foreign = fixture.as(other.lead().staff(), () -> reports.details(other.report()))
                .targets()
                .getFirst()
                .id();
        ReportContent content = new ReportContent(20, "已完成选址。", null, Map.of(foreign, BigDecimal.ONE));

        assertNotFound(() -> fixture.as(open.lead().staff(), () -> reports.saveDraft(open.report(), content, 0)));
        assertNotFound(() -> fixture.as(
                open.lead().staff(), () -> reports.submit(open.report(), content, fixture.revision(open.report()))));
    }

    @Test
    void takesNoHandInBeforeTheDutyIsSigned() {
        assertRefused(
                "refusal.signFirst",
                () -> fixture.as(
                        open.fellow().staff(),
                        () -> reports.submit(open.fellowReport(), CONTENT, fixture.revision(open.fellowReport()))));
    }

    @Test
    void letsNobodyButASupervisorOfTheDirectiveReview() {
        fixture.as(open.lead().staff(), () -> reports.submit(open.report(), CONTENT, fixture.revision(open.report())));
        LocalDate due = LocalDate.of(2026, 4, 1);
        Account elsewhere = fixture.supervisor();

        assertNotFound(() -> reportFixture.accept(elsewhere, open.report()));
        assertNotFound(() -> reportFixture.giveBack(elsewhere, open.report(), "补充", due));
        assertThat(fixture.as(elsewhere, () -> batch.acceptAll(List.of(choice(open)))))
                .extracting(result -> result.refusal().messageKey())
                .containsExactly("refusal.notFound");
        assertThat(fixture.as(elsewhere, () -> reviews.queue(DueKey.START, 10)).rows())
                .isEmpty();
        for (Account other :
                List.of(fixture.leader(), open.lead().head(), open.fellow().staff(), fixture.admin())) {
            assertDenied(() -> reportFixture.accept(other, open.report()));
            assertDenied(() -> reportFixture.giveBack(other, open.report(), "补充", due));
            assertDenied(() -> fixture.as(other, () -> batch.acceptAll(List.of(choice(open)))));
            assertDenied(() -> fixture.as(other, () -> reviews.queue(DueKey.START, 10)));
        }
        assertThat(details(open.supervisor()).reviewable()).isTrue();
    }

    private BatchReviews.Choice choice(ReportFixture.Open of) {
        return new BatchReviews.Choice(of.report(), fixture.handIn(of.report()));
    }

    private ReportDetails details(Account account) {
        return fixture.as(account, () -> reports.details(open.report()));
    }

    private static void assertNotFound(ThrowingCallable action) {
        assertRefused("refusal.notFound", action);
    }

    private static void assertDenied(ThrowingCallable action) {
        assertThatExceptionOfType(AccessDeniedException.class).isThrownBy(action);
    }
}
