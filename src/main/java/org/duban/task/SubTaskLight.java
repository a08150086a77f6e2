package org.duban.task;

/**
 * The worst light among the open sub-tasks of a key task; grey ones say nothing.
 *
 * @param light {@code null} where no open sub-task has one
 * @param no number of the first sub-task that has it; {@code null} likewise
 */
public record SubTaskLight(Light light, String no) {

    public static final SubTaskLight NONE = new SubTaskLight(null, null);

    private static final String WITHOUT = "NONE";

    static SubTaskLight of(String worst, String no) {
        return worst == null || worst.equals(WITHOUT) ? NONE : new SubTaskLight(Light.valueOf(worst), no);
    }

    /** As {@code light.dmn} calls it. */
    String worst() {
        return light == null ? WITHOUT : light.name();
    }
}
