/** Departments: their names, levels and successions. */
@ApplicationModule(allowedDependencies = "base")
package org.duban.organisation;

import org.springframework.modulith.ApplicationModule;
