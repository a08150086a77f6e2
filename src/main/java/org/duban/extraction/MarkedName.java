package org.duban.extraction;

/**
 * A name with what stands on it: ★市教育局, 省科技厅（牵头）, 市投促局（列首位的为牵头单位，下同）.
 *
 * @param name without the sign or the bracket
 * @param mark what it says of this name, or {@code null}
 * @param firstLeads the rule that it states about lists
 * @param everywhere whether it says that the name belongs to every later note
 */
record MarkedName(NoteText name, Vocabulary.Mark mark, Note.FirstLeads firstLeads, boolean everywhere) {

    /** Signs for the one who leads. */
    private static final String STARS = "★☆▲△●◆◎※";

    static MarkedName of(NoteText name) {
        if (name.length() > 2 && isStar(name.charAt(0))) {
            return lead(name.subSequence(1, name.length()));
        }
        if (name.length() > 2 && isStar(name.charAt(name.length() - 1))) {
            return lead(name.subSequence(0, name.length() - 1));
        }
        int bracket = lastBracket(name);
        return bracket > 0 ? inBracket(name, bracket) : plain(name);
    }

    private static MarkedName inBracket(NoteText name, int bracket) {
        NoteText before = name.subSequence(0, bracket);
        NoteText inside = name.subSequence(bracket + 1, name.length() - 1);
        String said = inside.toString();
        if (FirstLeadsRule.isSaidBy(said)) {
            boolean onwards = said.contains("下同");
            return new MarkedName(before, null, onwards ? Note.FirstLeads.FROM_HERE : Note.FirstLeads.HERE, false);
        }
        if (said.contains("不再")) {
            return new MarkedName(before, null, Note.FirstLeads.NOT_SAID, true);
        }
        Lexicon.Hit<Vocabulary.Mark> mark = Vocabulary.MARKS.at(inside, 0);
        boolean role =
                mark != null && (inside.length() == mark.length() || inside.endsWith("单位") || inside.endsWith("部门"));
        return role ? new MarkedName(before, mark.meaning(), Note.FirstLeads.NOT_SAID, false) : plain(name);
    }

    private static MarkedName lead(NoteText name) {
        return new MarkedName(name, Vocabulary.Mark.LEAD, Note.FirstLeads.NOT_SAID, false);
    }

    private static MarkedName plain(NoteText name) {
        return new MarkedName(name, null, Note.FirstLeads.NOT_SAID, false);
    }

    private static boolean isStar(char character) {
        return STARS.indexOf(character) >= 0;
    }

    private static int lastBracket(NoteText name) {
        if (name.length() < 3 || !Brackets.isCloser(name.charAt(name.length() - 1))) {
            return -1;
        }
        for (int index = name.length() - 2; index > 0; index--) {
            if (Brackets.isOpener(name.charAt(index))) {
                return index;
            }
        }
        return -1;
    }
}
