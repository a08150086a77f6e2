package org.duban.score;

import org.duban.task.KeyTaskId;

/**
 * Which lines of a department are listed.
 *
 * @param task {@code null} for all
 */
public record LineFilter(Kind kind, KeyTaskId task) {

    public static final LineFilter ALL = new LineFilter(Kind.ALL, null);

    public enum Kind {
        ALL,
        /** 减分. */
        MINUS,
        /** Those against which an appeal is not decided yet. */
        APPEALED
    }

    String condition() {
        String kinds =
                switch (kind) {
                    case ALL -> "";
                    case MINUS -> " AND l.points < 0";
                    case APPEALED -> " AND l.part = 'LINE' AND a.state = 'OPEN'";
                };
        return task == null ? kinds : kinds + " AND e.key_task_id = :task";
    }
}
