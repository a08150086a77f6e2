package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes a piece of a note that stands between two separators apart into names: at 和, 及 and 等 where both sides are bodies
 * by themselves, and where a separator was lost.
 */
final class NameList {

    private static final Lexicon<Boolean> AND = new Lexicon<Boolean>().add(true, "以及 和 及 与 暨 或");
    private static final Lexicon<Boolean> OPEN_END =
            new Lexicon<Boolean>().add(true, "等部门和单位 等部门单位 等单位和部门 等部门 等单位 等机构 等地区 等地方 等 等按 等共同");
    private static final String PLACE_CHARACTERS = "市县区州盟旗镇乡街道省自治直辖地级管（）、，";
    private static final List<String> OFFICES = List.of("部", "委", "厅", "局", "办", "署", "会", "联", "院", "社");
    private static final List<String> PLACE_OFFICES =
            List.of("人民政府办公室", "党委和政府", "党委政府", "人民政府", "政府", "党委", "管委会", "办事处", "党工委");

    private final List<NoteText> names = new ArrayList<>();
    private final boolean blanksPart;
    private final List<Warning> warnings;

    private NameList(boolean blanksPart, List<Warning> warnings) {
        this.blanksPart = blanksPart;
        this.warnings = warnings;
    }

    /**
     * The names in {@code piece}, in its order.
     *
     * @param blanksPart whether a single blank parts names; where other separators do, it is an accident
     * @param warnings takes what was odd
     */
    static List<NoteText> of(NoteText piece, boolean blanksPart, List<Warning> warnings) {
        NameList list = new NameList(blanksPart, warnings);
        list.split(piece);
        return list.names;
    }

    private void split(NoteText piece) {
        int depth = 0;
        for (int index = 1; index < piece.length(); index++) {
            char before = piece.charAt(index - 1);
            if (Brackets.isOpener(before)) {
                depth++;
            } else if (Brackets.isCloser(before)) {
                depth = Math.max(0, depth - 1);
            }
            if (depth > 0) {
                continue;
            }
            if (piece.charAt(index) == '等' && splitAtOpenEnd(piece, index)
                    || splitAtAnd(piece, index)
                    || splitWhereSeparatorIsMissing(piece, index)) {
                return;
            }
        }
        add(piece);
    }

    /** A、B等, A等部门, A等和各省: the list stays open, and what follows is a name of its own. */
    private boolean splitAtOpenEnd(NoteText piece, int index) {
        NoteText left = piece.subSequence(0, index);
        if (!Names.isComplete(left.toString())) {
            return false;
        }
        NoteText rest = behindOpenEnd(piece, index);
        Lexicon.Hit<Boolean> and = AND.at(rest, 0);
        if (and != null) {
            rest = rest.subSequence(and.length(), rest.length());
        }
        if (rest.length() == 0 || Names.isBareKind(rest.toString()) || isKind(rest)) {
            add(left);
        } else if (Names.isPlausible(rest.toString())) {
            add(left);
            split(rest);
        } else {
            return false;
        }
        warnings.add(new Warning(Warning.Kind.OPEN_LIST, piece.toString(), piece.range()));
        return true;
    }

    /** 等权属单位 says what those before it are, and names nobody. */
    private static boolean isKind(NoteText rest) {
        return rest.length() == 4
                && (rest.endsWith("单位") || rest.endsWith("部门") || rest.endsWith("企业"))
                && !Names.isGroup(rest.toString());
    }

    /** What follows upon 等, 等部门 or 等10个部门. */
    private static NoteText behindOpenEnd(NoteText piece, int index) {
        int digits = Numerals.lengthAt(piece, index + 1);
        if (digits > 0) {
            int kind = index + 1 + digits;
            while (kind < piece.length() && "个家余多".indexOf(piece.charAt(kind)) >= 0) {
                kind++;
            }
            NoteText rest = piece.subSequence(kind, piece.length());
            if (rest.startsWith("部门") || rest.startsWith("单位")) {
                return rest.subSequence(2, rest.length());
            }
        }
        Lexicon.Hit<Boolean> end = OPEN_END.at(piece, index);
        return piece.subSequence(index + end.length(), piece.length());
    }

    private boolean splitAtAnd(NoteText piece, int index) {
        Lexicon.Hit<Boolean> and = AND.at(piece, index);
        if (and == null) {
            return false;
        }
        NoteText left = piece.subSequence(0, index);
        NoteText right = piece.subSequence(index + and.length(), piece.length());
        String rightName = right.toString();
        boolean places = left.length() > 2
                && Names.isPlace(left)
                && (Names.isPlace(right) || Names.isGroup(rightName) || rightName.endsWith("政府"));
        if (!standsAlone(left) && !places
                || Names.startsWithBareKind(rightName)
                || Names.isBareOffice(rightName)
                || !Names.isPlausible(rightName)) {
            return false;
        }
        if (Names.isPlace(right) && !Names.isGroup(rightName) && !Names.isPlace(left)) {
            return false;
        }
        add(left);
        split(right);
        return true;
    }

    /** Whether the left side of an 和 needs nothing from its right side: 教育部和…, but not 住房和…, 卫生和…. */
    private static boolean standsAlone(NoteText left) {
        String name = left.toString();
        if (Names.endsLikeBody(left)) {
            return name.length() > 3 || endsLikeOffice(left);
        }
        return Names.isGroup(name) && Names.endsLikeGroup(name);
    }

    private static boolean endsLikeOffice(NoteText name) {
        return OFFICES.stream().anyMatch(name::endsWith);
    }

    private boolean splitWhereSeparatorIsMissing(NoteText piece, int index) {
        NoteText left = piece.subSequence(0, index);
        boolean complete = left.length() > 3 || left.length() > 2 && endsLikeOffice(left);
        if (!complete || !Names.endsLikeBody(left)) {
            return false;
        }
        NoteText right = piece.subSequence(index, piece.length());
        boolean gap = blanksPart ? piece.gapBefore(index) : piece.wideGapBefore(index);
        boolean atGap = gap && right.length() > 2;
        boolean sameLevel = Names.level(left) != 0 && Names.level(left) == right.charAt(0) && right.length() > 2
                || left.startsWith("国家") && right.startsWith("国家");
        if (!atGap && !sameLevel || !Names.isPlausible(right.toString())) {
            return false;
        }
        add(left);
        split(right);
        if (sameLevel) {
            warnings.add(new Warning(Warning.Kind.SEPARATOR_MISSING, piece.toString(), piece.range()));
        }
        return true;
    }

    private void add(NoteText name) {
        NoteText rest = name;
        Lexicon.Hit<Boolean> opener = Vocabulary.OPENERS.at(rest, 0);
        while (opener != null && opener.length() < rest.length()) {
            rest = rest.subSequence(opener.length(), rest.length());
            opener = Vocabulary.OPENERS.at(rest, 0);
        }
        if (rest.length() > 0) {
            names.add(rest);
        }
    }

    /** Whether {@code next} goes on with the places of {@code name}: 各市、 and 县（市、区）人民政府. */
    static boolean continuesPlaces(String name, String next) {
        return name.startsWith("各") && name.length() > 1 && isPlaces(name.substring(1)) && isPlaces(next);
    }

    /** Whether {@code name} lacks the word behind {@code next}: 各级财政、审计部门. */
    static boolean continuesOffices(String name, String next) {
        return (next.endsWith("部门") || next.endsWith("机构"))
                && next.length() > 2
                && !Names.isGroup(next)
                && !Names.endsLikeBody(name)
                && !Names.isPlace(name)
                && !Names.endsLikeGroup(name);
    }

    private static boolean isPlaces(String text) {
        String places = text;
        for (String office : PLACE_OFFICES) {
            if (places.endsWith(office)) {
                places = places.substring(0, places.length() - office.length());
                break;
            }
        }
        int depth = 0;
        boolean any = false;
        for (int index = 0; index < places.length(); index++) {
            char character = places.charAt(index);
            if (Brackets.isOpener(character)) {
                depth++;
            } else if (Brackets.isCloser(character)) {
                depth--;
            } else if (depth == 0) {
                any = true;
                if (PLACE_CHARACTERS.indexOf(character) < 0) {
                    return false;
                }
            }
        }
        return any;
    }
}
