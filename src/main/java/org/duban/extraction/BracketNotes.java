package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/** Tells notes in brackets from everything else that stands in brackets. */
final class BracketNotes {

    private final Reading reading;
    private final Range range;
    private final Outline outline;

    BracketNotes(Reading reading, Range range, Outline outline) {
        this.reading = reading;
        this.range = range;
        this.outline = outline;
    }

    /** The notes in pairs of brackets, in the order of the text. */
    List<Note> in(Brackets brackets) {
        List<Note> notes = new ArrayList<>();
        int behind = range.start();
        for (Range pair : brackets.pairs()) {
            if (pair.start() < behind) {
                continue;
            }
            List<NoteText> contents = ItemNotes.split(NoteText.of(reading, pair.start() + 1, pair.end() - 1));
            for (NoteText content : contents) {
                Note note = withoutSubject(NoteParser.parse(content), pair);
                if (isNote(note, pair)) {
                    notes.add(note.in(contents.size() == 1 ? pair : content.range()));
                    behind = pair.end();
                }
            }
        }
        return notes;
    }

    /** （责任单位中，排第一位的为牵头单位） names nobody: its first piece is what the rule is about. */
    private static Note withoutSubject(Note note, Range pair) {
        boolean rule = note.firstLeads() != Note.FirstLeads.NOT_SAID
                && !note.explicit()
                && note.named().size() == 1
                && note.named().getFirst().name().contains("单位");
        if (!rule) {
            return note;
        }
        boolean onwards = note.firstLeads() == Note.FirstLeads.FROM_HERE;
        return Note.rule(pair, onwards ? Note.FirstLeads.FROM_HERE : Note.FirstLeads.EVERYWHERE, List.of());
    }

    private boolean isNote(Note note, Range pair) {
        if (note.named().isEmpty()) {
            return note.firstLeads() != Note.FirstLeads.NOT_SAID
                    || !note.everywhere().isEmpty()
                    || note.deadline() != null && endsSentence(pair);
        }
        long plausible = note.plausibleNames();
        long sentences = note.named().stream()
                .filter(each ->
                        Names.hasSentenceWords(each.name()) || each.name().length() > Names.LONGEST)
                .count();
        if (isLabelled(pair.start() + 1, pair.end() - 1)) {
            return true;
        }
        if (sentences * 2 > note.named().size()) {
            return false;
        }
        if (note.explicit()) {
            return plausible * 3 >= note.named().size() * 2 && plausible > 0;
        }
        return note.namesAreComplete() && followsSentence(pair) && !isAside(note);
    }

    private boolean isLabelled(int start, int end) {
        NoteText content = NoteText.of(reading, start, end);
        Lexicon.Hit<Vocabulary.Label> hit = Vocabulary.LABELS.at(content, 0);
        return hit != null && hit.length() < content.length() && content.charAt(hit.length()) == '：';
    }

    /** Whether the sentence is over before the bracket. */
    private boolean followsSentence(Range pair) {
        int before = reading.backOverBlanks(pair.start(), range.start());
        if (before == range.start()) {
            return false;
        }
        char character = reading.at(before - 1);
        if ("。；！？）〕】”".indexOf(character) >= 0) {
            return true;
        }
        return endsSentence(pair);
    }

    private boolean endsSentence(Range pair) {
        int behind = reading.skipBlanksOnLine(pair.end(), range.end());
        char next = reading.around(behind);
        return behind >= range.end() || next == Reading.LINE_END || next == '。' || outline.isStart(behind);
    }

    /** A single body behind a sentence's last word may be an explanation of it; a list or a group is none. */
    private boolean isAside(Note note) {
        if (note.named().size() > 1 || Names.isGroup(note.named().getFirst().name())) {
            return false;
        }
        return note.named().getFirst().name().length() < 3;
    }

    /** The notes whose closing bracket is missing; {@code known} are those in pairs, in the order of the text. */
    List<Note> behindOpen(Brackets brackets, List<Note> known, LabelRuns runs) {
        List<Note> notes = new ArrayList<>();
        int next = 0;
        List<Integer> opened = brackets.open();
        for (int index = 0; index < opened.size(); index++) {
            int open = opened.get(index);
            int limit = index + 1 < opened.size() ? opened.get(index + 1) : range.end();
            while (next < known.size() && known.get(next).range().end() <= open) {
                next++;
            }
            if (next < known.size() && known.get(next).range().contains(open)) {
                continue;
            }
            int end = Math.min(limit, runs.endInBracket(open + 1, limit));
            Note note = NoteParser.parse(NoteText.of(reading, open + 1, end));
            boolean labelled = isLabelled(open + 1, end);
            if (note.named().isEmpty()
                    || !labelled && !note.explicit()
                    || note.plausibleNames() * 2 < note.named().size()) {
                continue;
            }
            Range missing = new Range(open, end);
            notes.add(note.in(missing)
                    .warned(new Warning(Warning.Kind.BRACKET_MISSING, reading.plain(missing), missing)));
        }
        return notes;
    }
}
