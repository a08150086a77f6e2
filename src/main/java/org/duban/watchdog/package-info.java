/**
 * 运行监测: finds work that nobody and nothing moves, and shows it to the system administrator. It owns what the nightly
 * round could not do; what it must know of the engine stands in {@link org.duban.watchdog.EngineWatch}.
 */
@ApplicationModule(allowedDependencies = {"base", "account", "inbox"})
package org.duban.watchdog;

import org.springframework.modulith.ApplicationModule;
