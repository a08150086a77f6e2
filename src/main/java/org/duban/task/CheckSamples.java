package org.duban.task;

import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.WorkingCalendar;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws applications for completion by lot and sends them to on-site checks; each is checked once at most this way. */
@Service
@Transactional
public class CheckSamples {

    private final Directives directives;
    private final KeyTaskRepository tasks;
    private final CompletionRepository completions;
    private final CheckSampleRepository samples;
    private final SiteChecks siteChecks;
    private final WorkingCalendar calendar;
    private final CurrentCaller caller;
    private final SecureRandom seeds = new SecureRandom();

    CheckSamples(
            Directives directives,
            KeyTaskRepository tasks,
            CompletionRepository completions,
            CheckSampleRepository samples,
            SiteChecks siteChecks,
            WorkingCalendar calendar,
            CurrentCaller caller) {
        this.directives = directives;
        this.tasks = tasks;
        this.completions = completions;
        this.samples = samples;
        this.siteChecks = siteChecks;
        this.calendar = calendar;
        this.caller = caller;
    }

    /**
     * How many applications under the directive lie before its supervisors and were not checked on site.
     *
     * @throws Refusal if the caller does not supervise it
     */
    @Transactional(readOnly = true)
    public int waiting(DirectiveId directive) {
        requireSupervision(directive);
        return completions.unchecked(directive).size();
    }

    /**
     * Draws the share of those and sends them to on-site checks, all or none.
     *
     * @param sharePercent 1 to 100
     * @throws Refusal if the caller does not supervise the directive, nothing waits, the share is none, or the visit can't
     *     be planned that way
     */
    public CheckSample draw(DirectiveId directive, int sharePercent, SiteVisit visit) {
        requireSupervision(directive);
        if (sharePercent < 1 || sharePercent > 100) {
            throw new Refusal("refusal.sample.share");
        }
        SiteVisit planned = siteChecks.checked(visit);
        // whoever acts on one of them meanwhile was faster: it waits no more when it is read under the lock
        Set<KeyTaskId> locked = completions.unchecked(directive).stream()
                .map(Completion::taskId)
                .collect(Collectors.toSet());
        tasks.lockAll(List.copyOf(locked));
        // whoever applied meanwhile comes with the next sample
        List<Completion> candidates = completions.unchecked(directive).stream()
                .filter(each -> locked.contains(each.taskId()))
                .toList();
        if (candidates.isEmpty()) {
            throw new Refusal("refusal.sample.nothingWaits");
        }
        long seed = seeds.nextInt(Integer.MAX_VALUE);
        Set<Integer> drawn = Set.copyOf(CheckSample.draw(candidates.size(), sharePercent, seed));
        long sample = samples.insert(
                directive, sharePercent, seed, candidates, drawn, caller.get().accountId(), calendar.now());
        drawn.stream()
                .sorted()
                .map(candidates::get)
                .forEach(chosen ->
                        siteChecks.send(tasks.lock(chosen.taskId()).orElseThrow(), chosen, planned, null, sample));
        return samples.of(directive, 1).getFirst();
    }

    /**
     * What was drawn, the newest first.
     *
     * @throws Refusal if the caller does not supervise the directive
     */
    @Transactional(readOnly = true)
    public List<CheckSample> of(DirectiveId directive, int limit) {
        requireSupervision(directive);
        return samples.of(directive, limit);
    }

    private void requireSupervision(DirectiveId directive) {
        caller.require(Role.SUPERVISOR);
        if (!directives.supervisedByCaller(directive)) {
            throw Refusal.notFound();
        }
    }
}
