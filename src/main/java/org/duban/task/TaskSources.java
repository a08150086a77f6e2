package org.duban.task;

import java.util.Optional;
import org.duban.account.CurrentCaller;
import org.duban.base.Refusal;
import org.duban.directive.Passage;
import org.duban.directive.Sources;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The sentences that key tasks come from. Who may see a key task may read its document around it: that is no secret
 * among those who work on it.
 */
@Service
@Transactional(readOnly = true)
public class TaskSources {

    private final KeyTaskRepository tasks;
    private final Sources sources;
    private final CurrentCaller caller;

    TaskSources(KeyTaskRepository tasks, Sources sources, CurrentCaller caller) {
        this.tasks = tasks;
        this.sources = sources;
        this.caller = caller;
    }

    /**
     * Where the key task stands in its document; empty where the table was not read from a text, and for a
     * sub-task, which its department worded.
     *
     * @param around how many characters to give before and behind the quote, at most
     * @throws Refusal if there is no key task that the caller may see
     */
    public Optional<Passage> of(KeyTaskId id, int around) {
        KeyTask task = tasks.findVisible(id, caller.get()).orElseThrow(Refusal::notFound);
        return task.isSubTask() ? Optional.empty() : sources.passageAsSystem(task.directiveId(), task.rowId(), around);
    }
}
