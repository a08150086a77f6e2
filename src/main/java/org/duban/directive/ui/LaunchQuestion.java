package org.duban.directive.ui;

import org.duban.base.Refusal;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.directive.LaunchPreview;
import org.duban.directive.ReportingPlans;
import org.duban.directive.SigningSettings;
import org.duban.ui.Formats;
import org.duban.ui.Notices;

/** Asks how the rows of a directive shall be launched that can be, and launches them. */
public final class LaunchQuestion {

    private LaunchQuestion() {}

    /**
     * @param alike rows that say much the same as key tasks that run already
     * @param answered run after the launch, and when somebody else was faster
     */
    public static void ask(
            Directives directives,
            ReportingPlans plans,
            SigningSettings signing,
            DirectiveId id,
            int alike,
            Formats formats,
            Runnable answered) {
        try {
            LaunchPreview preview = directives.previewLaunch(id);
            new LaunchDialog(preview, signing.of(id), alike, plans::firstDue, formats, (plan, terms, fallbackDue) -> {
                        signing.set(id, terms);
                        if (preview.again()) {
                            directives.launchRemaining(id, fallbackDue);
                        } else {
                            directives.launch(id, plan, fallbackDue);
                        }
                        Notices.done("directive.launched", preview.keyTasks());
                        answered.run();
                    })
                    .open();
        } catch (Refusal launchedByAnother) {
            Notices.refused(launchedByAnother);
            answered.run();
        }
    }
}
