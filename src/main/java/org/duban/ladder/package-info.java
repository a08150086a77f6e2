/**
 * 提醒、催办与升级督办: reminders before a due day, the ladder after it, urges by hand, and who confirmed what. What
 * can be late is told by {@link org.duban.ladder.Deadlines}, one for each kind; when somebody is reminded, how far up the
 * ladder it goes and to whom is said by {@code reminder.dmn} and {@code escalation.dmn}, never by code.
 *
 * <p>No query looks a fixed time ahead or back: whatever grace or lead an office writes into a table is met by the round.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "organisation",
            "account",
            "directive",
            "inbox",
            "inbox::ui",
            "rule",
            "task",
            "task::ui",
            "ui"
        })
package org.duban.ladder;

import org.springframework.modulith.ApplicationModule;
