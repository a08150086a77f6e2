package org.duban.directive;

import java.util.List;
import java.util.Set;
import org.duban.organisation.Department;
import org.duban.organisation.Resolution;

/**
 * A name in a directive's table that means no department yet, in whatever rows it stands.
 *
 * @param group whether the document means several bodies by it that it does not list
 * @param roles in which roles it is named
 * @param rows numbers of the rows that name it, in the order of the document
 * @param resolution what the register says of it now. It may know the name by now: but whatever
 *     was open after the import is bound by a supervisor alone
 */
public record UnresolvedName(
        String name, boolean group, Set<DutyRole> roles, List<String> rows, Resolution resolution) {

    /** Departments that may be meant, the likeliest first. */
    public List<Department> candidates() {
        return switch (resolution) {
            case Resolution.Resolved resolved -> List.of(resolved.department());
            case Resolution.Succeeded succeeded ->
                succeeded.heirs().stream().map(Resolution.Heir::department).toList();
            case Resolution.Ambiguous ambiguous -> ambiguous.candidates();
            case Resolution.Group group -> List.of();
            case Resolution.Unknown unknown ->
                unknown.nearest().stream().map(Resolution.Candidate::department).toList();
        };
    }
}
