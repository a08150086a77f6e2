package org.duban.task;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.duban.directive.Target;
import org.springframework.stereotype.Component;

/** Applications for completion with all that belongs to them. */
@Component
class CompletionHistory {

    private final CompletionRepository completions;
    private final CountersignatureRepository countersignatures;
    private final SiteCheckRepository siteChecks;

    CompletionHistory(
            CompletionRepository completions,
            CountersignatureRepository countersignatures,
            SiteCheckRepository siteChecks) {
        this.completions = completions;
        this.countersignatures = countersignatures;
        this.siteChecks = siteChecks;
    }

    /** Oldest first. @param targets of the key task */
    List<Completion> of(KeyTaskId task, List<Target> targets) {
        List<Completion> all = completions.of(task);
        if (all.isEmpty()) {
            return all;
        }
        Map<Long, List<CompletionTarget>> reached = completions.targetsOf(task, targets);
        Map<Long, List<Countersignature>> signed =
                countersignatures.of(task).stream().collect(Collectors.groupingBy(Countersignature::completionId));
        Map<Long, List<SiteCheck>> checked =
                siteChecks.of(task).stream().collect(Collectors.groupingBy(SiteCheck::completionId));
        return all.stream()
                .map(each -> each.with(
                        reached.getOrDefault(each.id(), List.of()),
                        signed.getOrDefault(each.id(), List.of()),
                        checked.getOrDefault(each.id(), List.of())))
                .toList();
    }
}
