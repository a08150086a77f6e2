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
    private static final List<String> UNKNOWN_LABELS = List.of("单位", "部门", "人", "电话", "领导", "地址");
    private static final List<String> REMARKS =
            List.of("下同", "不再列出", "不再一一列出", "不再单独列出", "不再逐一列出", "不再重复列出", "不一一列出", "排名不分先后", "以下同");

    private final NoteText content;
    private final boolean blanksPart;
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
        blanksPart = !content.contains("、");
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
        ItemReference above = ItemReference.above(content);
        itemsAbove = above.above();
        int start = above.length();
        int depth = 0;
        for (int index = start; index <= content.length(); index++) {
            char character = index == content.length() ? '。' : content.charAt(index);
            int labelled = depth == 0 && Brackets.isOpener(character) ? bracketedLabel(start, index) : -1;
            if (labelled > 0) {
                start = labelled;
                index = labelled - 1;
            } else if (Brackets.isOpener(character)) {
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

    /** Takes 【牵头单位】 as a label; returns the index behind it, or -1 if the bracket holds none. */
    private int bracketedLabel(int start, int opener) {
        Lexicon.Hit<Vocabulary.Label> hit = Vocabulary.LABELS.at(content, opener + 1);
        int closer = hit == null ? content.length() : opener + 1 + hit.length();
        if (closer >= content.length() || !Brackets.isCloser(content.charAt(closer)) || hit.length() < 4) {
            return -1;
        }
        piece(content.subSequence(start, opener), '、');
        begin(hit.meaning());
        return closer + 1;
    }

    private void piece(NoteText whole, char separator) {
        NoteText piece = withoutDashes(whole);
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

    /** A dash leads over from the text to the names. */
    private static NoteText withoutDashes(NoteText piece) {
        NoteText rest = piece;
        while (rest.length() > 1 && "—-".indexOf(rest.charAt(0)) >= 0) {
            rest = rest.subSequence(1, rest.length());
        }
        return rest;
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
        NoteText piece = whole;
        if (named.isEmpty() && pending.isEmpty()) {
            ItemReference reference = ItemReference.named(whole);
            items.addAll(reference.numbers());
            piece = whole.subSequence(reference.length(), whole.length());
        }
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
            boolean names = Verbs.areIn(rest) || Names.isComplete(rest.toString());
            deadline(names ? piece.subSequence(0, dated) : piece);
            if (names) {
                content(rest);
            }
        } else if (DeadlinePhrases.startAtEnd(text) == 0 && DeadlinePhrases.isDeadline(text)) {
            deadline(piece);
        } else if (!isRemark(text)) {
            clause(piece);
        }
    }

    /** Points, amounts and asides. */
    private static boolean isRemark(String text) {
        if (REMARKS.contains(text) || text.startsWith("以下简称") || text.endsWith("提出")) {
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
        Verbs.Verb verb = Verbs.first(clause, !(named.isEmpty() && pending.isEmpty()));
        if (verb == null) {
            names(clause);
            return;
        }
        explicit = true;
        names(verb.before(clause));
        NoteText rest = verb.behind(clause);
        if (verb.hit().meaning() == Vocabulary.Mark.JOINED_BY) {
            flush(Vocabulary.Mark.LEAD);
            clause(rest);
            if (!pending.isEmpty()) {
                flush(Vocabulary.Mark.COOPERATE);
            }
            return;
        }
        flush(verb.hit().meaning());
        if (rest.length() > 0 && DeadlinePhrases.isDeadline(rest.toString())) {
            deadline(rest);
        } else if (rest.length() > 2 && Verbs.areIn(rest)) {
            clause(rest);
        }
    }

    private void names(NoteText piece) {
        if (piece.length() == 0) {
            return;
        }
        if (addingEverywhere) {
            NameList.of(Verbs.withoutManner(piece), blanksPart, warnings)
                    .forEach(name -> everywhere.add(new Note.Named(name.toString(), null, name.range())));
            return;
        }
        NoteText names = Verbs.withoutManner(piece);
        int dated = DeadlinePhrases.startAtEnd(names.toString());
        if (dated > 1) {
            deadline(names.subSequence(dated, names.length()));
            names = names.subSequence(0, dated);
        }
        for (NoteText name : NameList.of(names, blanksPart, warnings)) {
            add(name);
        }
    }

    private void add(NoteText text) {
        MarkedName marked = MarkedName.of(text);
        String name = marked.name().toString();
        if (name.isEmpty() || Names.isBareKind(name) || isEmptyMark(name)) {
            return;
        }
        if (marked.firstLeads() != Note.FirstLeads.NOT_SAID) {
            firstLeads = marked.firstLeads();
        }
        if (marked.everywhere()) {
            everywhere.add(new Note.Named(name, null, marked.name().range()));
        }
        if (marked.mark() != null) {
            explicit = true;
            named.add(new Note.Named(name, marked.mark(), marked.name().range()));
        } else if (!continuesPrevious(name, marked.name().range())) {
            pending.add(new Note.Named(
                    withLostLevel(name, marked.name().range()),
                    null,
                    marked.name().range()));
        }
    }

    /** 各市 and 县（市、区）人民政府 are one name; joins them. */
    private boolean continuesPrevious(String name, Range range) {
        if (pending.isEmpty()) {
            return false;
        }
        Note.Named previous = pending.getLast();
        if (!NameList.continuesPlaces(previous.name(), name) && !NameList.continuesOffices(previous.name(), name)) {
            return false;
        }
        char between = content.toString().contains(previous.name() + "，" + name) ? '，' : '、';
        Range both = new Range(previous.range().start(), range.end());
        pending.set(pending.size() - 1, new Note.Named(previous.name() + between + name, null, both));
        return true;
    }

    /** The name with its first character, if that was printed before the separator: 省科技厅省、教育厅. */
    private String withLostLevel(String name, Range range) {
        if (pending.isEmpty() || !Names.endsWithLostLevel(pending.getLast().name())) {
            return name;
        }
        Note.Named previous = pending.getLast();
        int last = previous.name().length() - 1;
        pending.set(pending.size() - 1, new Note.Named(previous.name().substring(0, last), null, previous.range()));
        String whole = previous.name().charAt(last) + name;
        warnings.add(new Warning(Warning.Kind.SEPARATOR_MISSING, whole, range));
        return whole;
    }

    private static boolean isEmptyMark(String text) {
        return text.length() == 1 && "/-－—–无〇".contains(text) || text.equals("——");
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
