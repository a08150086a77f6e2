/** The frame of the pages and what several of them share. Knows who is signed in, and no feature. */
@ApplicationModule(allowedDependencies = {"base", "organisation", "account"})
package org.duban.ui;

import org.springframework.modulith.ApplicationModule;
