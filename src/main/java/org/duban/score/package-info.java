/**
 * 考核台账: what speaks for or against a department is a fact, kept when it happens and never changed; what it counts is said
 * by {@code score.dmn}, whose version stands in each line. A computation under another version makes another ledger beside
 * the old one, and an appeal that is upheld a second line beside the first: nothing here is ever rewritten.
 *
 * <p>It hears {@link org.duban.task.Deed} inside the transaction of what happened, and is known by nobody but the engine's
 * module, for {@link org.duban.score.AppealWorkflow}.
 */
@ApplicationModule(
        allowedDependencies = {"base", "organisation", "account", "directive", "rule", "inbox", "task", "task::ui", "ui"
        })
package org.duban.score;

import org.springframework.modulith.ApplicationModule;
