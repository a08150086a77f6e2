package org.duban.document;

/** Writes the numbers of automatic lists, by the names that Office Open XML has for their kinds. */
final class Numerals {

    private static final String DIGITS = "零一二三四五六七八九";
    private static final String FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String UNITS = "\0十百千";
    private static final String FORMAL_UNITS = "\0拾佰仟";
    private static final String STEMS = "甲乙丙丁戊己庚辛壬癸";
    private static final String BRANCHES = "子丑寅卯辰巳午未申酉戌亥";
    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMANS = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};

    private Numerals() {}

    /** The number as the kind writes it; in digits where the kind is not known or has no sign for it. */
    static String write(int number, String kind) {
        if (number < 0) {
            return Integer.toString(number);
        }
        return switch (kind) {
            case "none", "bullet" -> "";
            case "upperRoman" -> roman(number).toUpperCase();
            case "lowerRoman" -> roman(number);
            case "upperLetter" -> letter(number).toUpperCase();
            case "lowerLetter" -> letter(number);
            case "decimalZero" -> number < 10 ? "0" + number : Integer.toString(number);
            case "decimalFullWidth", "decimalFullWidth2" -> fullWidth(number);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> sign(number, 0x2460, 20);
            case "decimalEnclosedParen" -> sign(number, 0x2474, 20);
            case "decimalEnclosedFullstop" -> sign(number, 0x2488, 20);
            case "ideographEnclosedCircle" -> sign(number, 0x3280, 10);
            case "ideographTraditional" -> sign(number, STEMS);
            case "ideographZodiac" -> sign(number, BRANCHES);
            case "chineseLegalSimplified", "ideographLegalTraditional" -> chinese(number, FORMAL_DIGITS, FORMAL_UNITS);
            case "ideographDigital", "japaneseDigitalTenThousand", "taiwaneseDigital" -> digits(number);
            case "chineseCounting",
                    "chineseCountingThousand",
                    "japaneseCounting",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand" -> chinese(number, DIGITS, UNITS);
            default -> Integer.toString(number);
        };
    }

    private static String chinese(int number, String digits, String units) {
        if (number == 0 || number >= 10_000) {
            return Integer.toString(number);
        }
        StringBuilder written = new StringBuilder();
        boolean gap = false;
        for (int power = 3, value = 1_000; power >= 0; power--, value /= 10) {
            int digit = number / value % 10;
            if (digit == 0) {
                gap = !written.isEmpty();
                continue;
            }
            if (gap) {
                written.append(digits.charAt(0));
                gap = false;
            }
            boolean bareTen = power == 1 && digit == 1 && written.isEmpty() && digits == DIGITS;
            if (!bareTen) {
                written.append(digits.charAt(digit));
            }
            if (power > 0) {
                written.append(units.charAt(power));
            }
        }
        return written.toString();
    }

    private static String digits(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf(digit == '0' ? '〇' : DIGITS.charAt(digit - '0')))
                .reduce("", String::concat);
    }

    private static String fullWidth(int number) {
        return Integer.toString(number)
                .chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + '０')))
                .reduce("", String::concat);
    }

    private static String roman(int number) {
        if (number == 0 || number >= 4_000) {
            return Integer.toString(number);
        }
        StringBuilder roman = new StringBuilder();
        for (int i = 0, rest = number; rest > 0; i++) {
            for (; rest >= ROMAN_VALUES[i]; rest -= ROMAN_VALUES[i]) {
                roman.append(ROMANS[i]);
            }
        }
        return roman.toString();
    }

    /** a, b, …, z, aa, bb, … as word processors count. */
    private static String letter(int number) {
        return number == 0 || number > 26 * 26
                ? Integer.toString(number)
                : String.valueOf((char) ('a' + (number - 1) % 26)).repeat((number - 1) / 26 + 1);
    }

    private static String sign(int number, int first, int count) {
        return number < 1 || number > count ? Integer.toString(number) : Character.toString(first + number - 1);
    }

    private static String sign(int number, String signs) {
        return number < 1 || number > signs.length()
                ? Integer.toString(number)
                : String.valueOf(signs.charAt(number - 1));
    }
}
