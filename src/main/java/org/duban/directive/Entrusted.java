package org.duban.directive;

import java.util.List;

/**
 * A directive and to whom it is entrusted; all that the system administrator sees of it.
 *
 * @param supervisors may be empty, and then nobody but leaders sees the directive
 */
public record Entrusted(
        DirectiveId id, String number, String title, Directive.State state, List<Supervisor> supervisors) {

    /** Whether somebody who can sign in supervises it. */
    public boolean supervised() {
        return supervisors.stream().anyMatch(Supervisor::active);
    }
}
