package org.duban.watchdog;

import java.util.List;
import java.util.Set;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.watchdog.ModelVersions.Outdated;
import org.duban.watchdog.ModelVersions.Result;
import org.springframework.stereotype.Service;

/** {@link ModelVersions}, for the system administrator. In no transaction of its own: each instance is moved in one. */
@Service
public class ModelMoves {

    private final ModelVersions versions;
    private final CurrentCaller caller;

    ModelMoves(ModelVersions versions, CurrentCaller caller) {
        this.versions = versions;
        this.caller = caller;
    }

    /** Instances that still run on an older version of their model, by model and version. */
    public List<Outdated> outdated() {
        caller.require(Role.SYSADMIN);
        return versions.outdated();
    }

    /** What {@link #move} would do; nothing changes. */
    public Result tryToMove() {
        caller.require(Role.SYSADMIN);
        return versions.tryToMove(Set.of());
    }

    /** Moves what can be moved; what can't goes on by the version on which it runs. */
    public Result move() {
        caller.require(Role.SYSADMIN);
        return versions.move(Set.of());
    }
}
