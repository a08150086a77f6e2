package org.duban.extraction;

import java.util.List;

/**
 * A task before the rules of its document are applied.
 *
 * @param no number or path, {@code null} where there is none
 * @param text without number, heading and notes
 * @param quote heading, text and notes
 * @param body where the text stands
 * @param deadline what a column says about it, or {@code null}
 */
record TaskDraft(
        String no,
        String title,
        String text,
        Range quote,
        List<Range> body,
        List<Note> notes,
        Range deadline,
        List<Warning> warnings) {}
