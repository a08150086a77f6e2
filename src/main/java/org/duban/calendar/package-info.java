/**
 * Which days are off, year by year: brought in by the system administrator as the State Council announces them. Whoever
 * counts asks {@link org.duban.base.WorkingCalendar}, on which everything depends and which reads the same tables.
 */
@ApplicationModule(allowedDependencies = {"base", "account"})
package org.duban.calendar;

import org.springframework.modulith.ApplicationModule;
