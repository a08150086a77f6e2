package org.duban.extraction;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a piece of a note must look like to be a deadline. */
final class DeadlinePhrases {

    private static final List<String> STANDING = List.of(
            "长期坚持", "并持续", "并长期", "持续推进", "长期", "持续", "常年", "每年", "立即", "即时", "适时", "全年", "年内", "今年", "明年", "年底", "近期",
            "并长期坚持", "持续实施", "长期推进", "持续开展", "按时", "随时", "逐年", "每月", "每季度", "按年度", "按进度");

    private static final Pattern DATED =
            Pattern.compile("(?:20\\d{2}年)?(?:\\d{1,2}月)?(?:\\d{1,2}日)?(?:底前|底以前|底之前|年底前|底|末前|末|前|以前|之前|内)(?:完成)?");

    private DeadlinePhrases() {}

    /** Length of a date with which a piece begins before its names: 2020年底前由…, or 0. */
    static int lengthAtStart(String piece) {
        if (!Reading.isDigit(piece.charAt(0))) {
            return 0;
        }
        Matcher matcher = DATED.matcher(piece);
        return matcher.lookingAt() && matcher.end() > 3 ? matcher.end() : 0;
    }

    /** Index of a date that follows upon a name without a separator: 省科技厅2020年底前完成, or 0. */
    static int startAtEnd(String piece) {
        for (int index = 2; index < piece.length(); index++) {
            if (Reading.isDigit(piece.charAt(index)) && !Reading.isDigit(piece.charAt(index - 1))) {
                Matcher matcher = DATED.matcher(piece).region(index, piece.length());
                if (matcher.matches() && Names.isComplete(piece.substring(0, index))) {
                    return index;
                }
            }
        }
        return 0;
    }

    /** Whether a whole piece is a deadline; names are none. */
    static boolean isDeadline(String piece) {
        if (piece.length() > 40 || Names.endsLikeBody(piece)) {
            return false;
        }
        for (String word : STANDING) {
            if (piece.startsWith(word)) {
                return true;
            }
        }
        for (int index = 0; index < piece.length(); index++) {
            char character = piece.charAt(index);
            if ((character == '年' || character == '月' || character == '日')
                    && index > 0
                    && Reading.isDigit(piece.charAt(index - 1))) {
                return true;
            }
            if (index + 1 < piece.length() && piece.startsWith("季度", index)) {
                return true;
            }
        }
        return false;
    }
}
