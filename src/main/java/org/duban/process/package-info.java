/**
 * The engine. It alone knows Camunda: it implements the contracts of the other modules and calls their system methods
 * when the models say so. Nobody depends on it. Engine identifiers never leave this package; the business key is the
 * identifier of the key task, report or directive. Models carry order, clocks and roles, no data: a duty's or report's
 * wait state is found by its assignee, which is the identifier of the duty, report or key task itself.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "directive",
            "task",
            "report",
            "extension",
            "instruction",
            "ladder",
            "score",
            "rule",
            "watchdog"
        })
package org.duban.process;

import org.springframework.modulith.ApplicationModule;
