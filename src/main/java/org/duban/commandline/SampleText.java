package org.duban.commandline;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import org.duban.seed.SeedAssignment;
import org.duban.seed.SeedAssignment.Role;
import org.duban.seed.SeedDirective;
import org.duban.seed.SeedReader;
import org.duban.seed.SeedRow;

/**
 * A text to measure with where no other is at hand: the rows of the seed files as clauses with notes, in changing
 * notations. The same seeds give the same text.
 *
 * @param rows how many of its clauses name somebody
 */
record SampleText(String text, int rows) {

    private static final int NOTATIONS = 3;

    static SampleText of(Path seeds) throws IOException {
        Properties sentences = new Properties();
        try (InputStream resource = SampleText.class.getResourceAsStream("/commandline/sample.properties")) {
            sentences.load(new InputStreamReader(resource, StandardCharsets.UTF_8));
        }
        StringBuilder text = new StringBuilder();
        int rows = 0;
        for (SeedDirective directive : SeedReader.read(seeds).directives()) {
            String number = directive.number() == null ? "" : directive.number();
            text.append(filled(sentences, "head", directive.title(), number, directive.issuer()));
            int place = 0;
            for (SeedRow row : directive.rows()) {
                text.append(filled(sentences, "row", String.valueOf(++place), row.title()));
                text.append(note(row, sentences, place % NOTATIONS));
                rows += row.assignments().isEmpty() ? 0 : 1;
            }
            text.append('\n');
        }
        return new SampleText(text.toString(), rows);
    }

    private static String note(SeedRow row, Properties sentences, int notation) {
        String joint = names(row.assignments(), Role.JOINT, sentences);
        String lead = names(row.assignments(), Role.LEAD, sentences);
        String cooperating = names(row.assignments(), Role.COOPERATING, sentences);
        if (!joint.isEmpty()) {
            return filled(sentences, "joint." + notation, joint);
        }
        if (lead.isEmpty()) {
            return "\n";
        }
        return cooperating.isEmpty()
                ? filled(sentences, "alone." + notation, lead)
                : filled(sentences, "lead." + notation, lead, cooperating);
    }

    private static String names(List<SeedAssignment> assignments, Role role, Properties sentences) {
        return assignments.stream()
                .filter(assignment -> assignment.role() == role)
                .map(SeedAssignment::printedName)
                .collect(Collectors.joining(sentences.getProperty("separator")));
    }

    private static String filled(Properties sentences, String key, Object... arguments) {
        return new MessageFormat(sentences.getProperty(key)).format(arguments);
    }
}
