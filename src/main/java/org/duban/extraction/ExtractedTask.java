package org.duban.extraction;

import java.util.List;

/**
 * One row of a division table.
 *
 * @param no number as printed in a table, else the path of the clause such as {@code 三（一）1}; with {@code 续} behind it
 *     for a further paragraph of the same clause with departments of its own; {@code null} where the source has no number
 * @param title heading of the clause, or the first sentence; never empty
 * @param text the whole task without number and note, blanks and line breaks of the layout removed
 * @param quote where it stands in the source, with heading and note
 * @param responsibilities who is named, in the order of the text; no name twice
 * @param deadline when it is to be done, or {@code null}
 * @param targets the numbers that it promises
 * @param warnings what stayed ambiguous
 */
public record ExtractedTask(
        String no,
        String title,
        String text,
        Range quote,
        List<Responsibility> responsibilities,
        Deadline deadline,
        List<ExtractedTarget> targets,
        List<Warning> warnings) {

    public ExtractedTask {
        responsibilities = List.copyOf(responsibilities);
        targets = List.copyOf(targets);
        warnings = List.copyOf(warnings);
    }

    /** The names in the role, in the order of the text. */
    public List<String> names(Responsibility.Role role) {
        return responsibilities.stream()
                .filter(each -> each.role() == role)
                .map(Responsibility::name)
                .toList();
    }
}
