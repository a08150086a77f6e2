package org.duban.rule;

import java.util.Map;

/**
 * What a table answered.
 *
 * @param version of the table
 * @param rule name of the one row that applied
 * @param outputs all of them by name; {@code String}, {@code Integer} or {@code Boolean} as the table declares
 */
public record Decision(String table, int version, String rule, Map<String, Object> outputs) {

    public String text(String output) {
        return (String) value(output);
    }

    public int number(String output) {
        return (Integer) value(output);
    }

    public boolean flag(String output) {
        return (Boolean) value(output);
    }

    private Object value(String output) {
        Object value = outputs.get(output);
        if (value == null) {
            throw new IllegalArgumentException(table + " has no output " + output);
        }
        return value;
    }
}
