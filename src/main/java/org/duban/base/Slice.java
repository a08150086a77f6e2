package org.duban.base;

import java.util.List;

/**
 * A page that was read by key.
 *
 * @param rows at most as many as asked for
 * @param more whether rows follow
 */
public record Slice<T>(List<T> rows, boolean more) {

    /** From a read of {@code limit + 1} rows. */
    public static <T> Slice<T> of(List<T> rowsAndOneMore, int limit) {
        boolean more = rowsAndOneMore.size() > limit;
        return new Slice<>(more ? List.copyOf(rowsAndOneMore.subList(0, limit)) : List.copyOf(rowsAndOneMore), more);
    }
}
