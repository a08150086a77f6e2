package org.duban.report;

/** Names of files as users gave them, made fit for showing; no file is ever stored under such a name. */
final class FileNames {

    /** Longest name, in characters. */
    static final int LONGEST = 255;

    private FileNames() {}

    /**
     * The name without folders, control characters and the invisible ones that turn the direction of writing (which make
     * {@code 报告fdp.exe} out of another name), cut in front of its extension where it is too long.
     */
    static String forShowing(String given) {
        String name = given == null ? "" : given;
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.codePoints()
                .filter(FileNames::visible)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
        return name.length() <= LONGEST ? name : cut(name);
    }

    private static boolean visible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String cut(String name) {
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 || name.length() - dot > 10 ? "" : name.substring(dot);
        int end = LONGEST - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end) + extension;
    }
}
