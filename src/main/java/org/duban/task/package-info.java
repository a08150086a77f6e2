/**
 * Key tasks and duties: the ledger of what was launched, who signed for it, how it stands and how it ended. The order of
 * steps is the process's; what this module owns is the contract ({@link org.duban.task.KeyTaskWorkflow}) and the rows.
 */
@ApplicationModule(
        allowedDependencies = {"base", "organisation", "account", "directive", "rule", "inbox", "inbox::ui", "ui"})
package org.duban.task;

import org.springframework.modulith.ApplicationModule;
