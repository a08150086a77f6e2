package org.duban.ui;

import com.vaadin.flow.data.provider.Query;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duban.base.Slice;

/**
 * Lets a grid scroll over a list that is read by key: remembers where the pages that were read end, so that the next one
 * starts behind a key instead of counting rows off. Nothing is ever counted.
 *
 * @param <T> the rows
 * @param <K> the key behind which a page starts
 */
public final class KeyedPages<T, K> {

    /** Reads a page of at most {@code limit} rows behind the key. */
    @FunctionalInterface
    public interface Reader<T, K> {
        Slice<T> read(K after, int limit);
    }

    private final Reader<T, K> reader;
    private final Function<T, K> keyOf;
    private final K start;
    private final TreeMap<Integer, K> pageEnds = new TreeMap<>();

    public KeyedPages(K start, Function<T, K> keyOf, Reader<T, K> reader) {
        this.start = start;
        this.keyOf = keyOf;
        this.reader = reader;
        pageEnds.put(0, start);
    }

    /** The rows of a query from a grid. */
    public Stream<T> fetch(Query<T, ?> query) {
        int offset = query.getOffset();
        int limit = query.getLimit();
        if (offset == 0) {
            reset();
        }
        Map.Entry<Integer, K> nearest = pageEnds.floorEntry(offset);
        int skipped = offset - nearest.getKey();
        Slice<T> page = reader.read(nearest.getValue(), skipped + limit);
        int end = nearest.getKey() + page.rows().size();
        if (!page.rows().isEmpty()) {
            pageEnds.put(end, keyOf.apply(page.rows().getLast()));
        }
        return page.rows().stream().skip(skipped);
    }

    /** Forgets what was read; to be called with a new filter. */
    public void reset() {
        pageEnds.clear();
        pageEnds.put(0, start);
    }
}
