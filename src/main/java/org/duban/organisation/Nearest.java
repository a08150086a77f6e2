package org.duban.organisation;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.organisation.Resolution.Candidate;

/** Ranks bodies by how much one of their names is like an unknown one. */
final class Nearest {

    private static final int MOST = 5;
    private static final double LEAST_LIKENESS = 0.3;

    private Nearest() {}

    /** @param plain the unknown name, read in a document of the jurisdiction */
    static List<Candidate> to(String plain, String jurisdiction, Iterable<NameEntry> entries) {
        Map<DepartmentId, Candidate> best = new HashMap<>();
        Map<String, Form> forms = new HashMap<>();
        Form own = new Form(plain, jurisdiction);
        for (NameEntry entry : entries) {
            Form wanted =
                    own.marked ? own : forms.computeIfAbsent(entry.jurisdiction(), place -> new Form(plain, place));
            double score = likeness(wanted.key, entry.key()) * weight(own, entry, jurisdiction);
            if (score >= LEAST_LIKENESS) {
                best.merge(
                        entry.department().id(),
                        new Candidate(entry.department(), Math.round(score * 1000) / 1000.0),
                        (one, other) -> one.score() >= other.score() ? one : other);
            }
        }
        return best.values().stream()
                .sorted(Comparator.comparingDouble(Candidate::score).reversed().thenComparing(each -> each.department()
                        .name()))
                .limit(MOST)
                .toList();
    }

    /** What is compared, and whether the name itself says whose body it is. */
    private record Form(String key, boolean marked) {
        Form(String plain, String place) {
            this(
                    Spelling.key(Spelling.core(plain, place)),
                    !Spelling.core(plain, place).equals(plain));
        }
    }

    /** Bodies of the document's own jurisdiction come first, those that still exist before the others. */
    private static double weight(Form own, NameEntry entry, String jurisdiction) {
        double weight = entry.jurisdiction().equals(jurisdiction) ? 1 : own.marked ? 0.6 : 0.8;
        return entry.department().abolishedYear() == null ? weight : weight * 0.97;
    }

    /** From 0 to 1: half by common pairs of neighbouring characters, half by the edits from one to the other. */
    static double likeness(String one, String other) {
        int longer = Math.max(one.length(), other.length());
        if (longer == 0 || one.equals(other)) {
            return 1;
        }
        Set<String> pairs = pairs(one);
        Set<String> common = pairs(other);
        int all = pairs.size() + common.size();
        common.retainAll(pairs);
        return common.size() / (double) all + 0.5 - edits(one, other) / (2.0 * longer);
    }

    private static Set<String> pairs(String text) {
        String framed = "^" + text + "$";
        Set<String> pairs = new HashSet<>();
        for (int at = 0; at + 1 < framed.length(); at++) {
            pairs.add(framed.substring(at, at + 2));
        }
        return pairs;
    }

    private static int edits(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int column = 0; column < row.length; column++) {
            row[column] = column;
        }
        for (int line = 1; line <= one.length(); line++) {
            int diagonal = row[0];
            row[0] = line;
            for (int column = 1; column < row.length; column++) {
                int replaced = diagonal + (one.charAt(line - 1) == other.charAt(column - 1) ? 0 : 1);
                diagonal = row[column];
                row[column] = Math.min(replaced, 1 + Math.min(row[column], row[column - 1]));
            }
        }
        return row[other.length()];
    }
}
