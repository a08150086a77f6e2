/**
 * Import of policy documents: files and pasted texts become drafts of directives, by way of a preview of the documents that
 * were found in them. From the draft on everything is the directive module's.
 *
 * <p>Between the upload and the drafts an import lives in the memory of the node that its person works on, for some hours
 * and within limits: nothing of it is anybody's work yet.
 */
@ApplicationModule(
        allowedDependencies = {
            "base",
            "organisation",
            "account",
            "document",
            "extraction",
            "directive",
            "directive::ui",
            "task",
            "task::ui",
            "ui"
        })
package org.duban.intake;

import org.springframework.modulith.ApplicationModule;
