package org.duban.calendar;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.duban.base.CalendarDay;
import org.duban.base.CalendarDay.Kind;
import org.duban.base.Refusal;

/**
 * Days off as comma-separated values: {@code day,kind,occasion}, with or without that line above them. What was written
 * by an office suite is read as well: in its character set, with its form of dates and with Chinese words.
 *
 * @param days in ascending order
 */
record CalendarFile(List<CalendarDay> days, List<BadLine> bad) {

    static final int LONGEST_OCCASION = 60;
    private static final int COLUMNS = 3;

    /** So many years may be known ahead; what is further away is a slip of the pen. */
    private static final int YEARS_AHEAD = 10;

    private static final int FIRST_YEAR = 2000;
    private static final String HEADER = "day,kind,occasion";
    private static final Set<String> HEADER_WORDS = Set.of("day", "date", "日期");
    private static final Map<String, Kind> KINDS =
            Map.of("off", Kind.OFF, "放假", Kind.OFF, "working", Kind.WORKING, "上班", Kind.WORKING, "调休上班", Kind.WORKING);
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final String MARK = "\uFEFF";

    /** @throws Refusal if there is no line in it, or it is no text */
    static CalendarFile read(byte[] file, LocalDate today) {
        List<CalendarDay> days = new ArrayList<>();
        List<BadLine> bad = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        String text = text(file);
        try (CSVParser parser = CSVParser.parse(text, CSVFormat.DEFAULT)) {
            for (CSVRecord line : parser) {
                if (line.getRecordNumber() == 1 && header(line)) {
                    continue;
                }
                try {
                    CalendarDay day = day(line, today);
                    if (!seen.add(day.day())) {
                        throw new Refusal("refusal.calendar.twice", day.day().toString());
                    }
                    days.add(day);
                } catch (Refusal refusal) {
                    bad.add(new BadLine(parser.getCurrentLineNumber(), refusal));
                }
            }
        } catch (IOException | UncheckedIOException malformed) {
            throw new Refusal("refusal.calendar.unreadable");
        }
        if (days.isEmpty() && bad.isEmpty()) {
            throw new Refusal("refusal.calendar.empty");
        }
        days.sort(Comparator.comparing(CalendarDay::day));
        return new CalendarFile(days, bad);
    }

    private static boolean header(CSVRecord line) {
        return HEADER_WORDS.contains(line.get(0).strip().toLowerCase(Locale.ROOT));
    }

    private static CalendarDay day(CSVRecord line, LocalDate today) {
        for (int column = COLUMNS; column < line.size(); column++) {
            if (!line.get(column).isBlank()) {
                throw new Refusal("refusal.calendar.columns");
            }
        }
        if (line.size() < 2) {
            throw new Refusal("refusal.calendar.columns");
        }
        LocalDate day = day(line.get(0).strip());
        if (day.getYear() < FIRST_YEAR || day.getYear() > today.getYear() + YEARS_AHEAD) {
            throw new Refusal("refusal.calendar.year", line.get(0).strip());
        }
        Kind kind = KINDS.get(line.get(1).strip().toLowerCase(Locale.ROOT));
        if (kind == null) {
            throw new Refusal("refusal.calendar.kind", line.get(1).strip());
        }
        if (kind == Kind.WORKING && day.getDayOfWeek().getValue() <= 5) {
            throw new Refusal("refusal.calendar.weekday", line.get(0).strip());
        }
        return new CalendarDay(day, kind, occasion(line.size() > 2 ? line.get(2).strip() : "", kind));
    }

    private static LocalDate day(String text) {
        Matcher matcher = DAY.matcher(text);
        if (matcher.matches()) {
            try {
                return LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
            } catch (DateTimeException noSuchDay) {
                throw new Refusal("refusal.calendar.day", text);
            }
        }
        throw new Refusal("refusal.calendar.day", text);
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    /** It begins with a letter or digit, since a sheet would take other beginnings for a formula. */
    private static String occasion(String text, Kind kind) {
        if (text.isEmpty()) {
            if (kind == Kind.OFF) {
                throw new Refusal("refusal.calendar.occasionMissing");
            }
            return null;
        }
        if (text.length() > LONGEST_OCCASION
                || !Character.isLetterOrDigit(text.codePointAt(0))
                || text.chars().anyMatch(Character::isISOControl)) {
            throw new Refusal("refusal.calendar.occasion", LONGEST_OCCASION);
        }
        return text;
    }

    /** UTF-8, or else what Chinese office suites write. */
    private static String text(byte[] file) {
        String text;
        try {
            text = decoded(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException notUtf8) {
            try {
                text = decoded(file, Charset.forName("GB18030"));
            } catch (CharacterCodingException noText) {
                throw new Refusal("refusal.calendar.unreadable");
            }
        }
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    private static String decoded(byte[] file, Charset charset) throws CharacterCodingException {
        return charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
    }

    /** What {@link #read} reads; with the mark by which office suites know UTF-8. */
    static byte[] write(List<CalendarDay> days) {
        StringWriter text = new StringWriter();
        text.write(MARK + HEADER + "\r\n");
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            for (CalendarDay day : days) {
                printer.printRecord(day.day(), day.kind(), day.occasion());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
