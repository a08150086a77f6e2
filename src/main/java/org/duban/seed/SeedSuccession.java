package org.duban.seed;

import java.time.LocalDate;

/**
 * Who took over from an abolished body.
 *
 * @param code code of a department of the same {@link SeedLibrary}
 * @param on first day on which the duties were the successor's, or null if the file does not give it
 * @param reform in the course of what, or null
 * @param whole whether all duties went there
 * @param note which did, or null
 * @param source document that ordered it, or null
 */
public record SeedSuccession(String code, LocalDate on, Reform reform, boolean whole, String note, String source) {

    public enum Reform {
        /** Of 2018; in the provinces until 2019. */
        REFORM_2018,
        REFORM_2023,
        /** Any other change. */
        OTHER
    }
}
