package org.duban.task;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRowId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds running key tasks of other directives that say much the same as rows of a table, so that nobody is asked for the
 * same thing twice without anybody noticing. Shows only what the caller may see.
 */
@Service
@Transactional(readOnly = true)
public class SimilarTasks {

    /**
     * From which likeness in per cent on key tasks are shown. Two clauses on the same subject in plans of different years
     * share about half of their pairs of characters, unrelated ones of the same style seldom a third.
     */
    public static final int MUCH_ALIKE = 60;

    private static final int SHOWN = 5;

    private final LikenessRepository likeness;
    private final Directives directives;
    private final KeyTasks keyTasks;
    private final CurrentCaller caller;

    SimilarTasks(LikenessRepository likeness, Directives directives, KeyTasks keyTasks, CurrentCaller caller) {
        this.likeness = likeness;
        this.directives = directives;
        this.keyTasks = keyTasks;
        this.caller = caller;
    }

    /**
     * For each of the rows that has some, at most five key tasks, the likest first.
     *
     * @param id directive of the rows
     * @throws Refusal if the caller may not see the directive
     */
    public Map<DivisionRowId, List<SimilarTask>> of(DirectiveId id, Collection<DivisionRow> rows) {
        directives.get(id);
        Caller me = caller.get();
        Map<DivisionRowId, Wording> wordings = new LinkedHashMap<>();
        rows.forEach(row -> wordings.put(row.id(), Wording.of(row.title(), row.text())));
        Map<DivisionRowId, Set<Long>> bands = new HashMap<>();
        wordings.forEach((row, wording) -> bands.put(row, wording.bands()));
        Map<DivisionRowId, Set<KeyTaskId>> shortlists = likeness.shortlists(bands);
        Set<KeyTaskId> all = new HashSet<>();
        shortlists.values().forEach(all::addAll);
        Map<KeyTaskId, LikenessRepository.Candidate> candidates = likeness.visible(all, id, me);
        Map<DivisionRowId, List<SimilarTask>> similar = new LinkedHashMap<>();
        wordings.forEach((row, wording) -> {
            List<SimilarTask> found = alike(wording, shortlists.get(row), candidates);
            if (!found.isEmpty()) {
                similar.put(row, found);
            }
        });
        return similar;
    }

    /**
     * For a key task the likest ones of other directives into which it may go, at most five; none for a sub-task.
     *
     * @throws Refusal if there is none that the caller may see
     */
    public List<SimilarTask> to(KeyTaskId id) {
        KeyTask task = keyTasks.details(id).task();
        if (task.isSubTask()) {
            return List.of();
        }
        Wording wording =
                Wording.of(task.title(), directives.textAsSystem(task.rowId()).orElse(null));
        Set<KeyTaskId> shortlist =
                likeness.shortlists(Map.of(task.rowId(), wording.bands())).get(task.rowId());
        return alike(wording, shortlist, likeness.ableToTakeOneIn(shortlist, task.directiveId(), caller.get()));
    }

    private static List<SimilarTask> alike(
            Wording wording, Set<KeyTaskId> shortlist, Map<KeyTaskId, LikenessRepository.Candidate> candidates) {
        List<SimilarTask> found = new ArrayList<>();
        for (KeyTaskId id : shortlist) {
            LikenessRepository.Candidate candidate = candidates.get(id);
            int percent = candidate == null ? 0 : wording.likeness(candidate.wording());
            if (percent >= MUCH_ALIKE) {
                found.add(candidate.similar(percent));
            }
        }
        return found.stream()
                .sorted(Comparator.comparing((SimilarTask task) -> -task.likeness())
                        .thenComparing(task -> task.id().value()))
                .limit(SHOWN)
                .toList();
    }
}
