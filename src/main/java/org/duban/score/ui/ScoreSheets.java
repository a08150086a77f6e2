package org.duban.score.ui;

import static org.duban.score.ui.ScoreTexts.text;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.duban.base.Slice;
import org.duban.organisation.DepartmentId;
import org.duban.score.DepartmentScore;
import org.duban.score.LineFilter;
import org.duban.score.ScoreFilter;
import org.duban.score.ScoreLine;
import org.duban.score.ScoreLineId;
import org.duban.score.Scores;
import org.duban.ui.Formats;
import org.springframework.stereotype.Component;

/**
 * Scores as comma-separated values for an office suite, which knows the character set by the mark at the beginning. Nothing
 * stands in them but what the services tell the reader anyway, and no cell is taken for a formula.
 */
@Component
class ScoreSheets {

    private static final String MARK = "\uFEFF";
    private static final int BATCH = 500;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern FORMULA = Pattern.compile("\\A[\\s\\p{Cntrl}]*[=+\\-@＝＋－＠−].*", Pattern.DOTALL);

    private final Scores scores;
    private final Formats formats;

    ScoreSheets(Scores scores, Formats formats) {
        this.scores = scores;
        this.formats = formats;
    }

    byte[] ranking(ScoreFilter filter) {
        List<String> columns = List.of("rank", "department", "perDuty", "points", "plus", "minus", "duties");
        List<String> heading = new ArrayList<>(columns.stream()
                .map(column -> text("duties".equals(column) ? "scores.figure.duties" : "scores.column." + column))
                .toList());
        heading.add(text("scores.sheet.weight"));
        if (!filter.ledger().running()) {
            heading.add(text("scores.column.difference"));
        }
        return file(heading, scores.ranking(filter).stream().map(ScoreSheets::row));
    }

    private static List<?> row(DepartmentScore score) {
        List<Object> cells = new ArrayList<>();
        cells.add(score.rank() == 0 ? null : score.rank());
        cells.add(score.name());
        cells.add(score.perDuty());
        cells.addAll(List.of(score.points(), score.plus(), score.minus(), score.duties()));
        cells.add(ScoreTexts.weight(score.weight()));
        if (score.difference() != null) {
            cells.add(score.difference());
        }
        return cells;
    }

    byte[] lines(ScoreFilter filter, DepartmentId department, LineFilter which) {
        List<ScoreLine> all = new ArrayList<>();
        ScoreLineId after = Scores.NEWEST;
        Slice<ScoreLine> page;
        do {
            page = scores.lines(filter, department, which, after, BATCH);
            all.addAll(page.rows());
            after = page.more() ? page.rows().getLast().id() : after;
        } while (page.more());
        return file(
                Stream.of("at", "department", "no", "task", "what", "points", "rule", "version", "appeal")
                        .map(column -> text("scores.sheet." + column))
                        .toList(),
                all.stream().map(this::row));
    }

    private List<?> row(ScoreLine line) {
        List<Object> cells = new ArrayList<>(List.of(
                formats.moment(line.occurredAt()),
                line.departmentName(),
                line.taskNo(),
                line.taskTitle(),
                ScoreTexts.what(line, formats),
                line.points(),
                line.ruleWords(),
                line.ruleVersion()));
        cells.add(
                line.appeal() == null || line.counter()
                        ? null
                        : text("appealState." + line.appeal().state()));
        return cells;
    }

    private static byte[] file(List<String> heading, Stream<List<?>> rows) {
        StringWriter text = new StringWriter().append(MARK);
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            printer.printRecord(heading);
            for (List<?> row : rows.toList()) {
                printer.printRecord(row.stream().map(ScoreSheets::cell).toList());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** A sheet would calculate what begins like a formula; the apostrophe says that it is text. */
    static String cell(Object content) {
        String text = Objects.toString(content, "");
        return FORMULA.matcher(text).matches() && !NUMBER.matcher(text).matches() ? "'" + text : text;
    }
}
