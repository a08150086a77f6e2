/**
 * 延期: a department asks for a later due date, its head signs, a supervisor decides. What is refused or not answered in
 * time leaves every clock as it was. Knows key tasks and duties; they do not know it.
 */
@ApplicationModule(
        allowedDependencies = {"base", "organisation", "account", "directive", "inbox", "task", "task::ui", "ui"})
package org.duban.extension;

import org.springframework.modulith.ApplicationModule;
