/** Accounts, roles, and who is acting right now. */
@ApplicationModule(allowedDependencies = {"base", "organisation"})
package org.duban.account;

import org.springframework.modulith.ApplicationModule;
