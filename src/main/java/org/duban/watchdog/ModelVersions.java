package org.duban.watchdog;

import java.util.List;
import java.util.Set;

/**
 * The versions of the process models on which instances run. Deploying a changed model leaves running instances where they
 * are; this moves them to the newest version. Implemented by the engine's module.
 */
public interface ModelVersions {

    /**
     * Instances that still run on an older version of a model.
     *
     * @param model the model's identifier, such as {@code key-task}
     * @param name what it is called in the model
     * @param instances how many run on it
     */
    record Outdated(String model, String name, int version, int newest, int instances) {}

    /**
     * An instance that can't be moved as it stands.
     *
     * @param businessKey what it is about: the identifier of the key task, duty, report or directive
     * @param reasons what stands in the way, each naming the element of the model where there is one
     */
    record Stuck(String model, int version, String businessKey, List<String> reasons) {}

    /**
     * What was moved or, in a dry run, could be.
     *
     * @param movable how many of each that can be moved
     * @param stuck those that can't
     */
    record Result(List<Outdated> movable, List<Stuck> stuck) {

        public Result {
            movable = List.copyOf(movable);
            stuck = List.copyOf(stuck);
        }
    }

    /** By model and version; nothing where all instances run on the newest one. */
    List<Outdated> outdated();

    /**
     * Tries to move each instance, in a transaction of its own that is rolled back. No instance changes.
     *
     * @param models only these; all if empty
     */
    Result tryToMove(Set<String> models);

    /**
     * Moves each instance that can be moved, in a transaction of its own; what can't stays where it is. To be called again
     * after an interruption: what was moved stays moved.
     *
     * @param models only these; all if empty
     */
    Result move(Set<String> models);
}
