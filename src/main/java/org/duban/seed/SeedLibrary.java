package org.duban.seed;

import java.util.List;

/**
 * Everything that a seeds directory yields.
 *
 * @param departments in file order; codes are unique, and within one jurisdiction every name, short name and alias
 *     means one department; successors are codes of this list and form no cycle
 * @param directives in order of file name; slugs are unique, and every assignment's code is in {@code departments}
 * @param problems what was left out and why, in order of file and line; empty when the files are sound
 */
public record SeedLibrary(
        List<SeedDepartment> departments, List<SeedDirective> directives, List<SeedProblem> problems) {

    public SeedLibrary {
        departments = List.copyOf(departments);
        directives = List.copyOf(directives);
        problems = List.copyOf(problems);
    }
}
