package org.duban.extraction;

import java.util.ArrayList;
import java.util.List;

/**
 * The grammar of notes. A note is a row of pieces between separators; each piece is a label, names, names with a verb, a
 * deadline, or a rule for later notes:
 *
 * <pre>
 * note   = [以上N项工作] piece { (、|，|；|。|：) piece }
 * piece  = label | {opener} names {manner} [verb [object]] | deadline | rule | remark
 * names  = name { (和|及|与|等) name }
 * </pre>
 *
 * A verb counts for all names since the last verb or label, a label for all names up to the next one.
 */
final class NoteParser {

    private static final String SEPARATORS = "、，；。：,;|/";
    private static final List<String> NO_VERB_BEFORE =
            List.of("单位", "部门", "人", "领导", "机构", "处室", "方", "企业", "医院", "高校", "办", "组", "公室", "室");
    /** Signs before the name of the one who leads. */
    private static final String STARS = "★☆▲△●◆◎※";

    private static final List<String> UNKNOWN_LABELS = List.of("单位", "部门", "人", "电话", "领导", "地址");
    private static final List<String> ITEM_WORDS =
            List.of("各", "项", "条", "个", "点", "款", "重点", "工作", "任务", "事项", "内容", "措施", "政策", "均", "由");
    private static final List<String> REMARKS =
            List.of("下同", "不再列出", "不再一一列出", "不再单独列出", "不再逐一列出", "不再重复列出", "不一一列出", "排名不分先后", "以下同");

    private final NoteText content;
    private final List<Note.Named> named = new ArrayList<>();
    private final List<Note.Named> pending = new ArrayList<>();
    private final List<Note.Named> everywhere = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();
    private Vocabulary.Label label;
    private boolean explicit;
    private boolean addingEverywhere;
    private int deadlineStart = -1;
    private int deadlineEnd = -1;
    private int itemsAbove;
    private final List<Integer> items = new ArrayList<>();
    private Note.FirstLeads firstLeads = Note.FirstLeads.NOT_SAID;

    private NoteParser(NoteText content) {
        this.content = content;
    }

    /** What {@code content}, which has no brackets around it, says as a note; it may name nobody. */
    static Note parse(NoteText content) {
        return parse(content, null);
    }

    /** @param label what stands over the content, or {@code null} */
    static Note parse(NoteText content, Vocabulary.Label label) {
        NoteParser parser = new NoteParser(content);
        parser.label = label;
        parser.parse();
        return new Note(
                content.length() == 0 ? new Range(0, 0) : content.range(),
                List.copyOf(parser.named),
                parser.explicit,
                parser.deadlineStart < 0 ? null : new Range(parser.deadlineStart, parser.deadlineEnd),
                parser.itemsAbove,
                List.copyOf(parser.items),
                parser.firstLeads,
                List.copyOf(parser.everywhere),
                List.copyOf(parser.warnings));
    }

    private void parse() {
        int start = itemsAbovePrefix();
        int depth = 0;
        for (int index = start; index <= content.length(); index++) {
            char character = index == content.length() ? '。' : content.charAt(index);
            if (Brackets.isOpener(character)) {
                depth++;
            } else if (Brackets.isCloser(character) && depth > 0) {
                depth--;
            } else if (depth == 0 && Brackets.isCloser(character)
                    || index == content.length()
                    || depth == 0 && SEPARATORS.indexOf(character) >= 0) {
                piece(content.subSequence(start, index), character);
                start = index + 1;
            }
        }
        flush(null);
    }

    /** Takes 第7项 from the beginning of a piece; returns what follows. */
    private NoteText withoutItem(NoteText piece) {
        if (!piece.startsWith("第")) {
            return piece;
        }
        int digits = Numerals.lengthAt(piece, 1);
        int end = 1 + digits;
        if (digits == 0 || end >= piece.length()) {
            return piece;
        }
        int first = Numerals.value(piece.subSequence(1, end).toString());
        int last = first;
        if ("-—–－~至".indexOf(piece.charAt(end)) >= 0) {
            int more = Numerals.lengthAt(piece, end + 1);
            last = Numerals.value(piece.subSequence(end + 1, end + 1 + more).toString());
            end += 1 + more;
        }
        if (end >= piece.length() || "项条款点".indexOf(piece.charAt(end)) < 0 || last < first || last - first > 100) {
            return piece;
        }
        for (int item = first; item <= last; item++) {
            items.add(item);
        }
        NoteText rest = piece.subSequence(end + 1, piece.length());
        for (String word : List.of("工作", "任务", "均", "由")) {
            if (rest.startsWith(word)) {
                rest = rest.subSequence(word.length(), rest.length());
            }
        }
        return rest;
    }

    /** Reads 以上三项工作 and the like; returns the index behind it. */
    private int itemsAbovePrefix() {
        if (!content.startsWith("以上") && !content.startsWith("上述")) {
            return 0;
        }
        int index = content.startsWith("以上第") || content.startsWith("上述第") ? 3 : 2;
        int digits = Numerals.lengthAt(content, index);
        if (digits == 0 && index < content.length() && content.charAt(index) == '两') {
            itemsAbove = 2;
            index++;
        } else {
            index = itemCount(index, digits);
        }
        for (String word : ITEM_WORDS) {
            if (content.subSequence(index, content.length()).startsWith(word)) {
                index += word.length();
            }
        }
        return index;
    }

    private int itemCount(int from, int digits) {
        int index = from;
        itemsAbove = digits == 0
                ? Note.ALL_ABOVE
                : Numerals.value(content.subSequence(index, index + digits).toString());
        index += digits;
        int upTo = index < content.length() && digits > 0 ? rangeEnd(index) : 0;
        if (upTo > index) {
            itemsAbove = Math.max(
                    1, Numerals.value(content.subSequence(index + 1, upTo).toString()) - itemsAbove + 1);
            index = upTo;
        }
        return index;
    }

    /** Index behind the second number of 1—3, or {@code index} where there is none. */
    private int rangeEnd(int index) {
        if ("-—–－~至".indexOf(content.charAt(index)) < 0) {
            return index;
        }
        int digits = Numerals.lengthAt(content, index + 1);
        return digits == 0 ? index : index + 1 + digits;
    }

    private void piece(NoteText piece, char separator) {
        if (separator == '：') {
            label(piece);
            return;
        }
        if (piece.length() > 0 && !rule(piece)) {
            if (label == Vocabulary.Label.DEADLINE) {
                deadline(piece);
            } else if (label != Vocabulary.Label.OTHER) {
                content(piece);
            }
        }
        if (separator == '；' || separator == '。') {
            flush(null);
            addingEverywhere = false;
            if (label == Vocabulary.Label.DEADLINE || label == Vocabulary.Label.OTHER) {
                label = null;
            }
        }
    }

    private void label(NoteText piece) {
        Lexicon.Hit<Vocabulary.Label> hit = Vocabulary.LABELS.before(piece, piece.length());
        if (hit == null) {
            if (UNKNOWN_LABELS.stream().anyMatch(piece::endsWith)) {
                begin(Vocabulary.Label.OTHER);
            }
            return;
        }
        NoteText before = piece.subSequence(0, piece.length() - hit.length());
        boolean counts = label != Vocabulary.Label.OTHER && label != Vocabulary.Label.DEADLINE;
        if (counts && before.length() > 2 && Names.isPlausible(before.toString())) {
            names(before);
        }
        begin(hit.meaning());
    }

    private void begin(Vocabulary.Label next) {
        flush(null);
        label = next;
        explicit |=
                next == Vocabulary.Label.LEAD || next == Vocabulary.Label.COOPERATE || next == Vocabulary.Label.ANSWER;
    }

    private void content(NoteText whole) {
        NoteText piece = named.isEmpty() && pending.isEmpty() ? withoutItem(whole) : whole;
        if (piece.length() == 0) {
            return;
        }
        String text = piece.toString();
        Lexicon.Hit<Vocabulary.Label> hit = Vocabulary.LABELS.at(piece, 0);
        if (hit != null && hit.length() >= 4 && hit.length() < piece.length()) {
            NoteText rest = piece.subSequence(hit.length(), piece.length());
            if (rest.startsWith("为") || rest.startsWith("是")) {
                rest = rest.subSequence(1, rest.length());
            }
            if (rest.length() > 0 && Names.isPlausible(rest.toString())) {
                begin(hit.meaning());
                clause(rest);
                return;
            }
        }
        int dated = DeadlinePhrases.lengthAtStart(text);
        if (dated > 0 && dated < text.length()) {
            NoteText rest = piece.subSequence(dated, piece.length());
            boolean names = hasVerb(rest) || Names.isComplete(rest.toString());
            deadline(names ? piece.subSequence(0, dated) : piece);
            if (names) {
                content(rest);
            }
        } else if (DeadlinePhrases.isDeadline(text)) {
            deadline(piece);
        } else if (!isRemark(text)) {
            clause(piece);
        }
    }

    /** Points, amounts and asides. */
    private static boolean isRemark(String text) {
        if (REMARKS.contains(text) || text.startsWith("以下简称")) {
            return true;
        }
        return Reading.isDigit(text.charAt(0))
                && (text.endsWith("分") || text.endsWith("元") || text.endsWith("%") || text.endsWith("次"));
    }

    /** 列第一位者为牵头单位，下同; 以下责任单位均包括各市人民政府，不再列出. */
    private boolean rule(NoteText piece) {
        String text = piece.toString();
        if (text.indexOf('（') <= 0 && FirstLeadsRule.isSaidBy(text)) {
            firstLeads = Note.FirstLeads.HERE;
            flush(null);
            if (text.endsWith("下同")) {
                firstLeads = Note.FirstLeads.FROM_HERE;
            }
            return true;
        }
        if (firstLeads == Note.FirstLeads.HERE && (text.endsWith("下同") || text.startsWith("以下"))) {
            firstLeads = Note.FirstLeads.FROM_HERE;
            return true;
        }
        int at = text.indexOf('（') > 0 && text.endsWith("）") ? -1 : EverywhereRule.namesAt(text);
        if (at >= 0) {
            flush(null);
            addingEverywhere = true;
            names(piece.subSequence(at, piece.length()));
            return true;
        }
        return REMARKS.contains(text);
    }

    private void deadline(NoteText whole) {
        NoteText piece =
                whole.length() > 1 && "于在".indexOf(whole.charAt(0)) >= 0 ? whole.subSequence(1, whole.length()) : whole;
        Range range = piece.range();
        if (deadlineStart < 0) {
            deadlineStart = range.start();
        }
        deadlineEnd = range.end();
    }

    /** Names with or without a verb, perhaps several times without a separator: 由A牵头B配合. */
    private void clause(NoteText clause) {
        int verb = -1;
        Lexicon.Hit<Vocabulary.Mark> hit = null;
        int depth = 0;
        for (int index = 0; index < clause.length() && verb < 0; index++) {
            char character = clause.charAt(index);
            if (Brackets.isOpener(character)) {
                depth++;
            } else if (Brackets.isCloser(character)) {
                depth = Math.max(0, depth - 1);
            }
            hit = depth > 0 ? null : Vocabulary.MARKS.at(clause, index);
            if (hit != null && isVerb(clause, index, hit)) {
                verb = index;
            }
        }
        if (verb < 0) {
            names(clause);
            return;
        }
        explicit = true;
        NoteText left = withoutManner(clause.subSequence(0, verb));
        NoteText rest = clause.subSequence(verb + hit.length(), clause.length());
        if (left.length() > 0) {
            names(left);
        }
        if (hit.meaning() == Vocabulary.Mark.JOINED_BY) {
            flush(Vocabulary.Mark.LEAD);
            clause(rest);
            if (pending.isEmpty()) {
                return;
            }
            flush(Vocabulary.Mark.COOPERATE);
            return;
        }
        boolean labelRow = rest.length() > 0 && (rest.startsWith("单位") || rest.startsWith("部门"));
        flush(hit.meaning());
        if (rest.length() > 0 && DeadlinePhrases.isDeadline(rest.toString())) {
            deadline(rest);
            return;
        }
        if (!labelRow && rest.length() > 2 && hasVerb(rest)) {
            clause(rest);
        }
    }

    private static boolean hasVerb(NoteText text) {
        for (int index = 2; index < text.length(); index++) {
            Lexicon.Hit<Vocabulary.Mark> hit = Vocabulary.MARKS.at(text, index);
            if (hit == null) {
                continue;
            }
            NoteText left = withoutManner(text.subSequence(0, index));
            if (left.length() > 2 && Names.isComplete(left.toString())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word is a verb with names before it, and no piece of a name: 牵头单位, 推进办. */
    private boolean isVerb(NoteText clause, int index, Lexicon.Hit<Vocabulary.Mark> hit) {
        NoteText rest = clause.subSequence(index + hit.length(), clause.length());
        boolean last = rest.length() == 0;
        if (!last && NO_VERB_BEFORE.stream().anyMatch(rest::startsWith)) {
            boolean row = (rest.startsWith("单位") || rest.startsWith("部门"))
                    && rest.length() == 2
                    && index > 1
                    && (clause.charAt(index - 1) == '为' || clause.charAt(index - 1) == '是');
            if (!row) {
                return false;
            }
        }
        NoteText left = withoutManner(clause.subSequence(0, index));
        if (left.length() == 0) {
            return last || standsWithoutNames(hit) && !(named.isEmpty() && pending.isEmpty());
        }
        if (hit.meaning() == Vocabulary.Mark.JOINED_BY) {
            return rest.length() > 1
                    && (hit.length() > 1
                            ? Names.isComplete(left.toString())
                            : Names.endsLikeBody(left) && !rest.startsWith("务"))
                    && startsLikeName(rest);
        }
        if (!last && hit.meaning() != Vocabulary.Mark.LEAD && isWeak(hit) && Names.endsLikeBody(clause)) {
            return false;
        }
        return last && !isPieceOfName(hit, left) || Names.isComplete(left.toString()) || endsOpen(left);
    }

    /** Verbs that may begin a piece and count for the names before it. */
    private static boolean standsWithoutNames(Lexicon.Hit<Vocabulary.Mark> hit) {
        return switch (hit.meaning()) {
            case LEAD -> true;
            case COOPERATE, ANSWER -> hit.word().contains("配合") || hit.word().contains("负责");
            case JOINED_BY -> hit.word().endsWith("会同");
        };
    }

    /** Verbs that are also found within names: 执行委员会, 推进办公室. */
    private static boolean isWeak(Lexicon.Hit<Vocabulary.Mark> hit) {
        return !hit.word().contains("负责") && !hit.word().contains("配合");
    }

    private static boolean startsLikeName(NoteText rest) {
        for (int end = rest.length(); end > 1; end--) {
            if (Names.isPlausible(rest.subSequence(0, end).toString())) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsOpen(NoteText left) {
        return left.endsWith("等") || left.endsWith("等部门") || left.endsWith("等单位");
    }

    private static boolean isPieceOfName(Lexicon.Hit<Vocabulary.Mark> hit, NoteText left) {
        return left.length() < 2 && hit.length() <= 2;
    }

    private static NoteText withoutManner(NoteText text) {
        NoteText rest = text;
        while (rest.length() > 0) {
            Lexicon.Hit<Boolean> manner = Vocabulary.MANNERS.before(rest, rest.length());
            boolean copula = rest.endsWith("为") || rest.endsWith("作为");
            if (manner == null && !copula) {
                break;
            }
            rest = rest.subSequence(0, rest.length() - (manner == null ? 1 : manner.length()));
        }
        return rest;
    }

    private void names(NoteText piece) {
        if (addingEverywhere) {
            NameList.of(withoutManner(piece), warnings)
                    .forEach(name -> everywhere.add(new Note.Named(name.toString(), null, name.range())));
            return;
        }
        NoteText names = withoutManner(piece);
        int dated = DeadlinePhrases.startAtEnd(names.toString());
        if (dated > 1) {
            deadline(names.subSequence(dated, names.length()));
            names = names.subSequence(0, dated);
        }
        for (NoteText name : NameList.of(names, warnings)) {
            add(name);
        }
    }

    private void add(NoteText name) {
        Vocabulary.Mark own = null;
        NoteText bare = name;
        if (name.length() > 2 && STARS.indexOf(name.charAt(0)) >= 0) {
            own = Vocabulary.Mark.LEAD;
            bare = name.subSequence(1, name.length());
        }
        if (bare.length() > 2 && STARS.indexOf(bare.charAt(bare.length() - 1)) >= 0) {
            own = Vocabulary.Mark.LEAD;
            bare = bare.subSequence(0, bare.length() - 1);
        }
        int bracket = lastBracket(name);
        if (bracket > 0
                && FirstLeadsRule.isSaidBy(
                        name.subSequence(bracket, name.length()).toString())) {
            String said = name.subSequence(bracket, name.length()).toString();
            firstLeads = said.contains("下同") ? Note.FirstLeads.FROM_HERE : Note.FirstLeads.HERE;
            bare = name.subSequence(0, bracket);
        } else if (bracket > 0 && name.subSequence(bracket, name.length()).contains("不再")) {
            bare = name.subSequence(0, bracket);
            everywhere.add(new Note.Named(bare.toString(), null, bare.range()));
        } else if (bracket > 0) {
            Lexicon.Hit<Vocabulary.Mark> mark = Vocabulary.MARKS.at(name, bracket + 1);
            if (mark != null) {
                NoteText inside = name.subSequence(bracket + 1, name.length() - 1);
                if (inside.length() == mark.length() || inside.endsWith("单位") || inside.endsWith("部门")) {
                    own = mark.meaning();
                    bare = name.subSequence(0, bracket);
                    explicit = true;
                }
            }
        }
        String text = bare.toString();
        if (text.isEmpty() || Names.isBareKind(text) || isEmptyMark(text)) {
            return;
        }
        if (!pending.isEmpty() && own == null) {
            Note.Named previous = pending.getLast();
            if (NameList.continuesPlaces(previous.name(), text) || NameList.continuesOffices(previous.name(), text)) {
                char between = content.toString().indexOf(previous.name() + "，" + text) >= 0 ? '，' : '、';
                pending.set(
                        pending.size() - 1,
                        new Note.Named(
                                previous.name() + between + text,
                                null,
                                new Range(previous.range().start(), bare.range().end())));
                return;
            }
            if (Names.endsWithLostLevel(previous.name())) {
                String level = previous.name().substring(previous.name().length() - 1);
                pending.set(
                        pending.size() - 1,
                        new Note.Named(
                                previous.name().substring(0, previous.name().length() - 1), null, previous.range()));
                warnings.add(new Warning(Warning.Kind.SEPARATOR_MISSING, level + "、" + text, bare.range()));
                text = level + text;
            }
        }
        Note.Named entry = new Note.Named(text, own, bare.range());
        if (own == null) {
            pending.add(entry);
        } else {
            named.add(entry);
        }
    }

    private static boolean isEmptyMark(String text) {
        return text.length() == 1 && "/-－—–无〇".contains(text) || text.equals("——");
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

    /** Gives the names since the last verb or label their mark: the verb's, else the label's. */
    private void flush(Vocabulary.Mark verb) {
        Vocabulary.Mark mark = verb != null ? verb : label == null ? null : markOf(label);
        for (Note.Named each : pending) {
            named.add(each.marked(mark));
        }
        pending.clear();
    }

    private static Vocabulary.Mark markOf(Vocabulary.Label label) {
        return switch (label) {
            case LEAD -> Vocabulary.Mark.LEAD;
            case COOPERATE -> Vocabulary.Mark.COOPERATE;
            case ANSWER -> Vocabulary.Mark.ANSWER;
            case DEADLINE, OTHER -> null;
        };
    }
}
