package org.duban.extraction;

import java.util.List;

/** What a piece of a note must look like to be a deadline. */
final class DeadlinePhrases {

    private static final List<String> STANDING = List.of(
            "长期坚持", "持续推进", "长期", "持续", "常年", "每年", "立即", "即时", "适时", "全年", "年内", "今年", "明年", "年底", "近期", "并长期坚持",
            "持续实施", "长期推进", "持续开展", "按时", "随时", "逐年", "每月", "每季度", "按年度", "按进度");

    private DeadlinePhrases() {}

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
