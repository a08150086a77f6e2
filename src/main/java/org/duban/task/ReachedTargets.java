package org.duban.task;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.directive.Directives;
import org.duban.directive.Target;
import org.springframework.stereotype.Component;

/** Checks what an applicant says of the targets: of each one something, of a missed one why. */
@Component
class ReachedTargets {

    private final Directives directives;

    ReachedTargets(Directives directives) {
        this.directives = directives;
    }

    /**
     * In the order of the document.
     *
     * @throws Refusal if a target is not this key task's or is left out, a figure is missing or can't be kept exactly, or a
     *     note is missing or too long
     */
    List<CompletionTarget> checked(KeyTask task, List<TargetClaim> claims) {
        List<Target> targets = directives.targetsAsSystem(task.rowId());
        Map<Long, TargetClaim> byTarget = claims.stream()
                .collect(Collectors.toMap(TargetClaim::targetId, Function.identity(), (first, second) -> second));
        if (!targets.stream().map(Target::id).toList().containsAll(byTarget.keySet())) {
            throw Refusal.notFound();
        }
        return targets.stream()
                .map(target -> checked(target, byTarget.get(target.id())))
                .toList();
    }

    private static CompletionTarget checked(Target target, TargetClaim claim) {
        if (claim == null || claim.amount() == null && target.amount() != null) {
            throw new Refusal("refusal.completion.figureMissing", target.what());
        }
        if (claim.amount() != null && !Target.storable(claim.amount())) {
            throw new Refusal("refusal.report.actual");
        }
        Optional<Boolean> met = target.keptBy(claim.amount());
        String note = Words.optional(claim.note(), TargetClaim.LONGEST_NOTE);
        if (note == null) {
            throw new Refusal(
                    met.orElse(true) ? "refusal.completion.evidenceMissing" : "refusal.completion.missedUnexplained",
                    target.what());
        }
        return new CompletionTarget(target, claim.amount(), met.orElse(null), note);
    }
}
