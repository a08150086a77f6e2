/**
 * The system administrator's pages: accounts, departments, and to whom directives are entrusted. A module of its own,
 * because the pages' frame knows accounts, so that accounts can't know the frame.
 */
@ApplicationModule(allowedDependencies = {"base", "organisation", "account", "directive", "directive::ui", "ui"})
package org.duban.administration;

import org.springframework.modulith.ApplicationModule;
