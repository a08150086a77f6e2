package org.duban.rule;

import java.util.Map;

/** Decides by the newest version of a table. Within one transaction that is the same version throughout. */
public interface DecisionTables {

    /**
     * @param table its key, such as {@code light}
     * @param inputs a value for each input of the table: {@code Integer}, {@code Boolean} or {@code String}
     * @throws IllegalArgumentException if an input is missing or outside what the table allows, so that no row applies
     */
    Decision decide(String table, Map<String, Object> inputs);
}
