package org.duban.document;

import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/** Shows numbers as a Chinese Excel does. */
final class SheetValues {

    private static final String SHORT_DATE = "yyyy/m/d";

    private final DataFormatter formatter = new DataFormatter(Locale.CHINA);
    private final List<Format> formats;
    private final boolean from1904;

    SheetValues(List<Format> formats, boolean from1904) {
        this.formats = formats;
        this.from1904 = from1904;
    }

    String number(double value, int style) {
        return style >= 0 && style < formats.size() ? number(value, formats.get(style)) : number(value, Format.GENERAL);
    }

    String number(double value, Format format) {
        String code = format.code();
        if (DateUtil.isADateFormat(format.id, code)) {
            // The formatter shows the quotes around 年, 月 and 日, which it needs not.
            code = code.replace("\"", "");
        }
        return formatter.formatRawCellContents(value, format.id, code, from1904).strip();
    }

    /**
     * @param id number of a format that is built in, unless it has a code of its own
     * @param ownCode or {@code null}
     */
    record Format(int id, String ownCode) {

        static final Format GENERAL = new Format(0, null);

        /** Some built-in formats mean a date of the place where the file is opened, and say so nowhere. */
        private String code() {
            return switch (id) {
                case 14 -> SHORT_DATE;
                case 27, 36, 50, 52, 57 -> "yyyy\u5e74m\u6708";
                case 28, 29, 51, 53, 54, 58 -> "m\u6708d\u65e5";
                case 30 -> "m-d-yy";
                case 31 -> "yyyy\u5e74m\u6708d\u65e5";
                default -> ownCode != null ? ownCode : builtIn();
            };
        }

        private String builtIn() {
            String code = BuiltinFormats.getBuiltinFormat(id);
            return code == null ? "General" : code;
        }
    }
}
