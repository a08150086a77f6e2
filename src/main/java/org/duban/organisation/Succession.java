package org.duban.organisation;

import java.time.LocalDate;

/**
 * That duties of an abolished department went to another one.
 *
 * @param effectiveOn the first day on which they were the successor's, or {@code null} if not known
 * @param reform in the course of what, or {@code null}
 * @param whole whether all went there; otherwise the note says which, if known
 * @param source document that ordered it, or {@code null}
 */
public record Succession(
        DepartmentId from,
        DepartmentId to,
        LocalDate effectiveOn,
        Reform reform,
        boolean whole,
        String note,
        String source) {

    public enum Reform {
        /** 2018年党和国家机构改革, with the State Council's and, until 2019, the provinces'. */
        REFORM_2018,
        /** 2023年党和国家机构改革. */
        REFORM_2023,
        /** 其他机构调整. */
        OTHER
    }
}
