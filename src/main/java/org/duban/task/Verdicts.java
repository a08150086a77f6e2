package org.duban.task;

import java.util.Optional;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.base.Ids;
import org.duban.base.Moments;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 督查评定: supervisors say how the work stands. It counts for the light; percentages stay as they were reported. */
@Service
@Transactional
public class Verdicts {

    /** {@link GivenVerdict#id} where none was ever given. */
    public static final long NEVER = 0;

    private final JdbcClient jdbc;
    private final Ids ids;
    private final DutyAccess access;
    private final Faster faster;
    private final KeyTaskRepository tasks;
    private final Bookkeeping books;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;

    Verdicts(
            JdbcClient jdbc,
            Ids ids,
            DutyAccess access,
            Faster faster,
            KeyTaskRepository tasks,
            Bookkeeping books,
            WorkingCalendar calendar,
            CurrentCaller caller) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.access = access;
        this.faster = faster;
        this.tasks = tasks;
        this.books = books;
        this.calendar = calendar;
        this.caller = caller;
    }

    /**
     * The last verdict, also one that took another back.
     *
     * @throws Refusal if there is no key task that the caller may see
     */
    @Transactional(readOnly = true)
    public Optional<GivenVerdict> last(KeyTaskId id) {
        tasks.findVisible(id, caller.get()).orElseThrow(Refusal::notFound);
        return find(id);
    }

    /**
     * A supervisor says how the work stands.
     *
     * @param read the verdict that the caller read, by {@link GivenVerdict#id}, or {@link #NEVER}
     * @throws Refusal if the caller does not supervise it, it is closed, another verdict was given meanwhile, or the reason
     *     is missing
     */
    public void give(KeyTaskId id, long read, Verdict verdict, String reason) {
        if (verdict == Verdict.NONE) {
            throw new IllegalArgumentException("To be taken back instead");
        }
        requireLatest(id, read);
        record(id, verdict, reason);
    }

    /**
     * A supervisor takes back what was said, and the light is read from the figures again.
     *
     * @throws Refusal as {@link #give}, and if there is none
     */
    public void takeBack(KeyTaskId id, long read, String reason) {
        if (requireLatest(id, read) == Verdict.NONE) {
            throw faster.refusal(id, TimelineEntry.Kind.VERDICT_TAKEN_BACK);
        }
        record(id, Verdict.NONE, reason);
    }

    private Verdict requireLatest(KeyTaskId id, long read) {
        access.lockForSupervisor(id);
        Optional<GivenVerdict> last = find(id);
        if (last.map(GivenVerdict::id).orElse(NEVER) != read) {
            throw faster.refusal(id, TimelineEntry.Kind.VERDICT_GIVEN, TimelineEntry.Kind.VERDICT_TAKEN_BACK);
        }
        return last.map(GivenVerdict::verdict).orElse(Verdict.NONE);
    }

    private void record(KeyTaskId id, Verdict verdict, String reason) {
        String words = Words.required(reason, Acknowledgements.LONGEST_REASON, "refusal.reasonMissing");
        Caller me = caller.get();
        jdbc.sql(
                        """
                        INSERT INTO supervisor_verdict (id, key_task_id, verdict, reason, given_by, given_at)
                        VALUES (:id, :task, :verdict, :reason, :by, :now)""")
                .param("id", ids.next())
                .param("task", id.value())
                .param("verdict", verdict.name())
                .param("reason", words)
                .param("by", me.accountId().value())
                .param("now", Moments.toDatabase(calendar.now()))
                .update();
        jdbc.sql("UPDATE key_task SET verdict = :verdict WHERE id = :task")
                .param("verdict", verdict.name())
                .param("task", id.value())
                .update();
        TimelineEntry.Kind kind =
                verdict == Verdict.NONE ? TimelineEntry.Kind.VERDICT_TAKEN_BACK : TimelineEntry.Kind.VERDICT_GIVEN;
        books.enter(id, kind, me, null, words, verdict.name());
    }

    private Optional<GivenVerdict> find(KeyTaskId id) {
        return jdbc.sql(
                        """
                        SELECT v.id, v.verdict, v.reason, a.display_name, v.given_at
                          FROM supervisor_verdict v JOIN account a ON a.id = v.given_by
                         WHERE v.key_task_id = :task ORDER BY v.id DESC LIMIT 1""")
                .param("task", id.value())
                .query((row, number) -> new GivenVerdict(
                        row.getLong("id"),
                        Verdict.valueOf(row.getString("verdict")),
                        row.getString("reason"),
                        row.getString("display_name"),
                        Moments.read(row, "given_at")))
                .optional();
    }
}
