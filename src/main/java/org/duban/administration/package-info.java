/**
 * The system administrator's pages: accounts, departments, to whom directives are entrusted, the working days, the rules, and the watch over all. A module of its own,
 * because the pages' frame knows accounts, so that accounts can't know the frame.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "organisation",
            "account",
            "directive",
            "directive::ui",
            "calendar",
            "ui",
            "rule",
            "watchdog"
        })
package org.duban.administration;

import org.springframework.modulith.ApplicationModule;
