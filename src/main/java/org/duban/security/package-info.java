/** Sign-in and the guard on routes. What a caller may see of the work is decided in the services, not here. */
@ApplicationModule(allowedDependencies = {"base", "account", "ui"})
package org.duban.security;

import org.springframework.modulith.ApplicationModule;
