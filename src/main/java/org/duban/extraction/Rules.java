package org.duban.extraction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that a document states once, applied to its notes in the order of the text. */
final class Rules {

    /** What stands for the names of the task before. */
    private static final Set<String> SAME = Set.of("同上", "同前", "〃");

    private boolean firstLeads;
    private final List<Note.Named> everywhere = new ArrayList<>();

    private final Reading reading;
    private final List<Note> stated;
    private int next;
    private List<Responsibility> last = List.of();

    /** @param notes all notes of the document in its order, with those that only state a rule */
    Rules(Reading reading, List<Note> notes) {
        this.reading = reading;
        stated = notes.stream().filter(note -> note.named().isEmpty()).toList();
        firstLeads = stated.stream().anyMatch(note -> note.firstLeads() == Note.FirstLeads.EVERYWHERE);
    }

    /** Takes up the rules that stand alone before {@code index}. */
    private void stateUpTo(int index) {
        while (next < stated.size() && stated.get(next).range().start() < index) {
            Note rule = stated.get(next++);
            firstLeads |= rule.firstLeads() == Note.FirstLeads.FROM_HERE;
            everywhere.addAll(rule.everywhere());
        }
    }

    /** Who is responsible by the notes of one task; what was odd is added to {@code warnings}. */
    List<Responsibility> apply(List<Note> notes, List<Warning> warnings) {
        List<Note.Named> named = new ArrayList<>();
        if (!notes.isEmpty()) {
            stateUpTo(notes.getFirst().range().start());
        }
        boolean first = firstLeads;
        boolean byEarlierRule = firstLeads;
        boolean plain = true;
        for (Note note : notes) {
            named.addAll(note.named());
            plain &= note.plain();
            warnings.addAll(note.warnings());
            if (note.firstLeads() != Note.FirstLeads.NOT_SAID) {
                first = true;
                byEarlierRule = false;
                firstLeads |= note.firstLeads() == Note.FirstLeads.FROM_HERE;
            }
        }
        if (named.size() == 1 && SAME.contains(named.getFirst().name())) {
            Note.Named same = named.getFirst();
            warnings.add(new Warning(Warning.Kind.BY_EARLIER_RULE, same.name(), same.range()));
            return last;
        }
        if (plain && first && leadable(named)) {
            named.set(0, named.getFirst().marked(Vocabulary.Mark.LEAD));
            if (byEarlierRule) {
                Note.Named lead = named.getFirst();
                warnings.add(new Warning(Warning.Kind.BY_EARLIER_RULE, lead.name(), lead.range()));
            }
        }
        for (Note.Named each : everywhere) {
            if (!named.isEmpty()) {
                named.add(each);
                warnings.add(new Warning(Warning.Kind.BY_EARLIER_RULE, each.name(), each.range()));
            }
        }
        notes.forEach(note -> everywhere.addAll(note.everywhere()));
        last = roles(named, warnings);
        return last;
    }

    /** A group cannot lead the other groups. */
    private static boolean leadable(List<Note.Named> named) {
        return !named.isEmpty() && !named.stream().allMatch(each -> Names.isGroup(each.name()));
    }

    private List<Responsibility> roles(List<Note.Named> named, List<Warning> warnings) {
        boolean led = named.stream().anyMatch(each -> each.mark() == Vocabulary.Mark.LEAD);
        Map<String, Responsibility> roles = new LinkedHashMap<>();
        for (Note.Named each : named) {
            Responsibility.Role role = role(each.mark(), led);
            Responsibility before = roles.get(each.name());
            if (before != null && before.role() != role) {
                warnings.add(new Warning(Warning.Kind.TWO_ROLES, each.name(), each.range()));
            }
            if (before == null || role.compareTo(before.role()) < 0 && role == Responsibility.Role.LEAD) {
                boolean group = Names.isGroup(each.name());
                if (Names.hasSentenceWords(each.name()) || each.name().length() > Names.LONGEST) {
                    warnings.add(new Warning(Warning.Kind.UNREADABLE_NAME, each.name(), each.range()));
                }
                roles.put(each.name(), new Responsibility(printed(each), role, group, each.range()));
            }
        }
        roles.values().stream()
                .filter(Responsibility::group)
                .forEach(group -> warnings.add(new Warning(Warning.Kind.GROUP, group.name(), group.range())));
        return List.copyOf(roles.values());
    }

    /** The name with the brackets of the source, which the grammar reads in one spelling. */
    private String printed(Note.Named named) {
        String printed = reading.plain(named.range());
        String read = Reading.of(printed).toString();
        return read.equals(named.name()) ? printed : named.name();
    }

    private static Responsibility.Role role(Vocabulary.Mark mark, boolean led) {
        if (mark == Vocabulary.Mark.LEAD) {
            return Responsibility.Role.LEAD;
        }
        return led || mark == Vocabulary.Mark.COOPERATE ? Responsibility.Role.COOPERATING : Responsibility.Role.JOINT;
    }
}
