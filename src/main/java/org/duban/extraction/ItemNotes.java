package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/** Takes a note apart that says for different items different things: 第7项由A负责，第8项由B负责. */
final class ItemNotes {

    private ItemNotes() {}

    /** The notes in {@code content}; it alone where it does not name items. */
    static List<NoteText> split(NoteText content) {
        if (!content.startsWith("第")) {
            return List.of(content);
        }
        List<NoteText> notes = new ArrayList<>();
        int start = 0;
        boolean verb = false;
        for (int index = 1; index < content.length(); index++) {
            verb |= Vocabulary.MARKS.at(content, index) != null;
            if (verb && content.charAt(index) == '第' && "，；。、".indexOf(content.charAt(index - 1)) >= 0) {
                notes.add(content.subSequence(start, index - 1));
                start = index;
                verb = false;
            }
        }
        notes.add(content.subSequence(start, content.length()));
        return notes;
    }
}
