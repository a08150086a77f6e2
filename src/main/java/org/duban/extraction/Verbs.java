package org.duban.extraction;

import java.util.List;

/** Finds the verbs of a note (牵头, 配合, 负责) and tells them from the same words inside of names. */
final class Verbs {

    private static final List<String> NO_VERB_BEFORE =
            List.of("单位", "部门", "人", "领导", "机构", "处室", "方", "企业", "医院", "高校", "办", "组", "公室", "室");

    /** Characters of a name behind a verb that is a part of it. */
    private static final int LONGEST_NAME_END = 8;

    private Verbs() {}

    /** A verb at its place in a piece. */
    record Verb(int index, Lexicon.Hit<Vocabulary.Mark> hit) {

        /** The names before it, without the words of manner between. */
        NoteText before(NoteText piece) {
            return withoutManner(piece.subSequence(0, index));
        }

        NoteText behind(NoteText piece) {
            return piece.subSequence(index + hit.length(), piece.length());
        }
    }

    /**
     * The first verb of a piece, or {@code null}.
     *
     * @param afterNames whether names without a verb stand before the piece
     */
    static Verb first(NoteText piece, boolean afterNames) {
        int depth = 0;
        for (int index = 0; index < piece.length(); index++) {
            char character = piece.charAt(index);
            if (Brackets.isOpener(character)) {
                depth++;
            } else if (Brackets.isCloser(character)) {
                depth = Math.max(0, depth - 1);
            }
            Lexicon.Hit<Vocabulary.Mark> hit = depth > 0 ? null : Vocabulary.MARKS.at(piece, index);
            if (hit != null && isVerb(piece, new Verb(index, hit), afterNames)) {
                return new Verb(index, hit);
            }
        }
        return null;
    }

    /** Whether names with a verb stand in the text. */
    static boolean areIn(NoteText text) {
        for (int index = 2; index < text.length(); index++) {
            if (Vocabulary.MARKS.at(text, index) != null) {
                NoteText left = withoutManner(text.subSequence(0, index));
                if (left.length() > 2 && Names.isComplete(left.toString())) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Without 按职责分工 and the like at its end. */
    static NoteText withoutManner(NoteText text) {
        NoteText rest = text;
        while (rest.length() > 0) {
            Lexicon.Hit<Boolean> manner = Vocabulary.MANNERS.before(rest, rest.length());
            if (manner == null && !rest.endsWith("为")) {
                break;
            }
            rest = rest.subSequence(0, rest.length() - (manner == null ? 1 : manner.length()));
        }
        return rest;
    }

    private static boolean isVerb(NoteText piece, Verb verb, boolean afterNames) {
        NoteText behind = verb.behind(piece);
        boolean last = behind.length() == 0;
        if (!last && belongsToNoun(piece, verb, behind)) {
            return false;
        }
        NoteText before = verb.before(piece);
        Lexicon.Hit<Vocabulary.Mark> hit = verb.hit();
        if (before.length() == 0) {
            return last || afterNames && standsWithoutNames(hit);
        }
        if (hit.meaning() == Vocabulary.Mark.JOINED_BY) {
            return joins(before, hit, behind);
        }
        boolean withinName =
                !last && hit.meaning() != Vocabulary.Mark.LEAD && isFoundInNames(hit) && goesOnAsName(behind);
        if (withinName) {
            return false;
        }
        if (hit.word().endsWith("制定") || hit.word().endsWith("制订") || hit.word().endsWith("出台")) {
            return Names.isComplete(before.toString());
        }
        return last && (before.length() > 1 || hit.length() > 2)
                || Names.isComplete(before.toString())
                || endsOpen(before);
    }

    /** Whether the words behind end a name: 开发区执行 and 委员会. */
    private static boolean goesOnAsName(NoteText behind) {
        for (int end = 2; end <= Math.min(behind.length(), LONGEST_NAME_END); end++) {
            if (Names.endsLikeBody(behind.subSequence(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** 牵头单位 and 推进办 are nouns, but not …为牵头单位. */
    private static boolean belongsToNoun(NoteText piece, Verb verb, NoteText behind) {
        if (NO_VERB_BEFORE.stream().noneMatch(behind::startsWith)) {
            return false;
        }
        boolean predicate = behind.length() == 2
                && (behind.startsWith("单位") || behind.startsWith("部门"))
                && verb.index() > 1
                && "为是".indexOf(piece.charAt(verb.index() - 1)) >= 0;
        return !predicate;
    }

    private static boolean joins(NoteText before, Lexicon.Hit<Vocabulary.Mark> hit, NoteText behind) {
        boolean complete = hit.length() > 1
                ? Names.isComplete(before.toString())
                : Names.endsLikeBody(before) && !behind.startsWith("务");
        return complete && behind.length() > 1 && startsLikeName(behind);
    }

    /** Verbs that may begin a piece and count for the names before it. */
    private static boolean standsWithoutNames(Lexicon.Hit<Vocabulary.Mark> hit) {
        return switch (hit.meaning()) {
            case LEAD -> true;
            case COOPERATE, ANSWER -> !isFoundInNames(hit);
            case JOINED_BY -> hit.word().endsWith("会同");
        };
    }

    /** 执行委员会, 推进办公室. */
    private static boolean isFoundInNames(Lexicon.Hit<Vocabulary.Mark> hit) {
        return !hit.word().contains("负责") && !hit.word().contains("配合");
    }

    private static boolean startsLikeName(NoteText text) {
        for (int end = Math.min(text.length(), Names.LONGEST); end > 1; end--) {
            if (Names.isPlausible(text.subSequence(0, end).toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsOpen(NoteText text) {
        return text.endsWith("等") || text.endsWith("等部门") || text.endsWith("等单位");
    }
}
