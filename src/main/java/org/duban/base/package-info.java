/**
 * What every feature needs and none owns: identifiers, the one clock, pages read by key, and the refusal of an action.
 * Depends on no other module.
 */
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {})
package org.duban.base;

import org.springframework.modulith.ApplicationModule;
