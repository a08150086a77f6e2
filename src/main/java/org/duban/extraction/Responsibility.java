package org.duban.extraction;

/**
 * Somebody who is named for a task.
 *
 * @param name as the source has it, without blanks and line breaks of the layout and without a trailing 等
 * @param group whether it stands for several bodies that the source does not list, such as 各市、县（市、区）人民政府
 * @param range where the name stands in the source; for a rule stated earlier, the place of that rule
 */
public record Responsibility(String name, Role role, boolean group, Range range) {

    public enum Role {
        /** 牵头. */
        LEAD,
        /** 配合, or named beside a lead without further word. */
        COOPERATING,
        /** 按职责分工负责: named where nobody leads. */
        JOINT
    }
}
