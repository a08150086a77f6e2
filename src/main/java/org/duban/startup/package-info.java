/**
 * What happens when the server starts: seeds are entered, a first account is opened, and in the demo profile a story is
 * told. All of it is over before the first page can be opened, and goes on where it was if the server stops in between.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "organisation",
            "account",
            "directive",
            "inbox",
            "task",
            "report",
            "ladder",
            "seed",
            "watchdog"
        })
package org.duban.startup;

import org.springframework.modulith.ApplicationModule;
