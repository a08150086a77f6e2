package org.duban.seed;

/**
 * Who answers for a row, and how.
 *
 * @param departmentCode code of a department of the same {@link SeedLibrary}
 * @param printedName the name as the directive prints it
 */
public record SeedAssignment(String departmentCode, String printedName, Role role) {

    public enum Role {
        /** 牵头 */
        LEAD("lead"),
        /** 配合 */
        COOPERATING("cooperating"),
        /** 按职责分工负责: several share the work and none leads, so it never stands beside the other two. */
        JOINT("joint");

        private final String field;

        Role(String field) {
            this.field = field;
        }

        /** The field of a row that lists the departments of this role. */
        String field() {
            return field;
        }
    }
}
