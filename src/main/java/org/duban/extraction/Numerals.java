package org.duban.extraction;

/** Chinese and Arabic numerals up to 99 for items, and beyond for Arabic ones. */
final class Numerals {

    private static final String DIGITS = "〇一二三四五六七八九";

    private Numerals() {}

    /** Length of the numeral that begins at {@code index}, 0 if none does; numerals of two kinds are not mixed. */
    static int lengthAt(CharSequence text, int index) {
        int end = index;
        while (end < text.length() && end - index < 4 && Reading.isDigit(text.charAt(end))) {
            end++;
        }
        if (end > index) {
            return end - index;
        }
        while (end < text.length() && end - index < 4 && isChinese(text.charAt(end))) {
            end++;
        }
        return end - index;
    }

    static boolean isChinese(char character) {
        return character == '十' || character == '百' || character == '零' || DIGITS.indexOf(character) >= 0;
    }

    /** The value of a numeral as {@link #lengthAt} finds it, or 0 for one that makes no sense. */
    static int value(String numeral) {
        if (numeral.isEmpty()) {
            return 0;
        }
        if (Reading.isDigit(numeral.charAt(0))) {
            return Integer.parseInt(numeral);
        }
        int total = 0;
        int digit = -1;
        for (int index = 0; index < numeral.length(); index++) {
            char character = numeral.charAt(index);
            if (character == '百' || character == '十') {
                total += (digit < 0 ? 1 : digit) * (character == '百' ? 100 : 10);
                digit = -1;
            } else if (character != '零') {
                if (digit >= 0) {
                    return 0;
                }
                digit = DIGITS.indexOf(character);
            }
        }
        return total + Math.max(digit, 0);
    }
}
