package org.duban.startup;

import java.io.PrintStream;
import java.util.Set;
import java.util.TreeSet;
import org.duban.watchdog.ModelVersions;
import org.duban.watchdog.ModelVersions.Outdated;
import org.duban.watchdog.ModelVersions.Result;
import org.duban.watchdog.ModelVersions.Stuck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/**
 * What {@code deploy/migrate} starts: moves running instances to the newest version of their models, prints what was moved
 * and what can't be, and ends. It runs before the timers do, but after the start of the application, which brings the
 * tables up to date and deploys the models: the engine tries a move only to a model that it has, so a dry run does so too.
 */
@Component
@ConditionalOnProperty("duban.migrate")
class ModelMove implements ApplicationRunner {

    /** Exit code where some instances can't be moved. */
    static final int SOME_STUCK = 3;

    private final ModelVersions versions;
    private final ApplicationContext application;
    private final boolean dryRun;
    private final Set<String> models;

    ModelMove(
            ModelVersions versions,
            ApplicationContext application,
            @Value("${duban.migrate}") String how,
            @Value("${duban.migrate-models:}") Set<String> models) {
        this.versions = versions;
        this.application = application;
        this.dryRun = how.equals("dry-run");
        this.models = new TreeSet<>(models);
    }

    @Override
    public void run(ApplicationArguments arguments) {
        int code = move(System.out);
        System.exit(SpringApplication.exit(application, () -> code));
    }

    int move(PrintStream out) {
        Result result = dryRun ? versions.tryToMove(models) : versions.move(models);
        if (result.movable().isEmpty()) {
            out.println("Nothing to move: every instance runs on the newest version of its model.");
        }
        for (Outdated each : result.movable()) {
            out.printf(
                    "%s: %d of version %d %s to version %d%n",
                    each.model(), each.instances(), each.version(), dryRun ? "can be moved" : "moved", each.newest());
        }
        for (Stuck each : result.stuck()) {
            out.printf("%s %s stays on version %d:%n", each.model(), each.businessKey(), each.version());
            each.reasons().forEach(reason -> out.println("    " + reason));
        }
        if (dryRun && !result.movable().isEmpty()) {
            out.println(
                    "This was a dry run; no instance was moved. The database stands as after a start of this build.");
        }
        return result.stuck().isEmpty() ? 0 : SOME_STUCK;
    }
}
