/**
 * Progress reports: periods, drafts, hand-ins, reviews and evidence. Knows duties and key tasks; they do not know it.
 */
@ApplicationModule(
        allowedDependencies = {"base", "organisation", "account", "directive", "inbox", "task", "task::ui", "ui"})
package org.duban.report;

import org.springframework.modulith.ApplicationModule;
