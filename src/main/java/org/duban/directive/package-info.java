/**
 * Policy documents and their division tables. A table is edited until it is launched; what becomes of its rows then is
 * the task module's business, which this one does not know.
 */
@ApplicationModule(allowedDependencies = {"base", "organisation", "account", "extraction", "ui"})
package org.duban.directive;

import org.springframework.modulith.ApplicationModule;
