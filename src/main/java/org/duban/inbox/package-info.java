/**
 * What waits for whom. Features open and close items in the transaction of the action that causes them; the inbox reads
 * them, sorted by due date, and never asks the engine.
 */
@ApplicationModule(allowedDependencies = {"base", "organisation", "account", "ui"})
package org.duban.inbox;

import org.springframework.modulith.ApplicationModule;
