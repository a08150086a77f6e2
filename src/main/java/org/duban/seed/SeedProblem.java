package org.duban.seed;

import java.nio.file.Path;

/**
 * Why something in a seed file was left out.
 *
 * @param file the file as reached from the directory that was read
 * @param line counted from 1; 1 when the problem is the file as a whole
 * @param reason one clause in English, quoting the text of the file in “ ”
 */
public record SeedProblem(Path file, int line, String reason) {

    /** {@code seeds/directives/03-x.yaml:41: unknown department “省科技局”}, which editors turn into a link. */
    @Override
    public String toString() {
        return file + ":" + line + ": " + reason;
    }
}
