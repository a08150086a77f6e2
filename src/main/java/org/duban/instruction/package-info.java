/**
 * 批示: a leader writes on a key task; its supervisors turn that into what departments answer by a day, and report back;
 * only the leader's confirmation ends it, or the end of the key task. Knows key tasks and duties; they do not know it.
 */
@ApplicationModule(
        allowedDependencies = {"base", "organisation", "account", "directive", "inbox", "task", "task::ui", "ui"})
package org.duban.instruction;

import org.springframework.modulith.ApplicationModule;
