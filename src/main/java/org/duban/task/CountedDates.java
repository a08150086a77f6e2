package org.duban.task;

import java.util.Map;
import java.util.stream.Collectors;
import org.duban.account.CurrentCaller;
import org.duban.base.CountedDays;
import org.duban.base.Refusal;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItems;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the days on a key task were counted by which its departments have to act. */
@Service
@Transactional(readOnly = true)
public class CountedDates {

    private final KeyTaskRepository tasks;
    private final OpenItems items;
    private final CurrentCaller caller;

    CountedDates(KeyTaskRepository tasks, OpenItems items, CurrentCaller caller) {
        this.tasks = tasks;
        this.items = items;
        this.caller = caller;
    }

    /** For signing, by duty. @throws Refusal if there is no key task that the caller may see */
    public Map<DutyId, CountedDays> signing(KeyTaskId id) {
        tasks.findVisible(id, caller.get()).orElseThrow(Refusal::notFound);
        return items.countedAsSystem(id.value(), ItemKind.ACKNOWLEDGE).entrySet().stream()
                .collect(Collectors.toMap(item -> new DutyId(item.getKey()), Map.Entry::getValue));
    }
}
