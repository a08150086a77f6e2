package org.duban.document;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.duban.document.UnreadableDocument.Reason;
import org.duban.extraction.Source;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;

/** Pages: what a browser shows of them, without scripts, menus and forms. Nothing that a page points to is fetched. */
final class HtmlReader {

    private static final Set<String> UNSEEN = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "nav",
            "svg",
            "iframe",
            "object",
            "select",
            "button",
            "textarea");
    private static final Pattern CHARSET =
            Pattern.compile("<meta[^>]{0,200}?charset\\s{0,5}=\\s{0,5}[\"']?([\\w-]{1,30})", Pattern.CASE_INSENSITIVE);
    private static final int HEAD = 4_096;

    private List<Block> blocks = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private int preformatted;
    private final Map<Element, Integer> listNumbers = new IdentityHashMap<>();

    private HtmlReader() {}

    static Source read(byte[] file) throws UnreadableDocument {
        String html = Decoded.text(file, declaredCharset(file));
        if (html.chars().filter(c -> c == '<').count() > Limits.ELEMENTS) {
            throw new UnreadableDocument(Reason.TOO_COMPLEX);
        }
        Element body = Jsoup.parse(html, "", Parser.htmlParser().setMaxDepth(Limits.DEPTH))
                .body();
        HtmlReader reader = new HtmlReader();
        reader.children(body);
        reader.endLine();
        return Layout.of(reader.blocks);
    }

    /** GB2312 and GBK are parts of GB18030, and pages that name one of them use the others' characters all the same. */
    private static Optional<Charset> declaredCharset(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher declared = CHARSET.matcher(head);
        if (!declared.find()) {
            return Optional.empty();
        }
        String name = declared.group(1).toUpperCase(Locale.ROOT);
        try {
            return Optional.of(Charset.forName(name.startsWith("GB") ? "GB18030" : name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private void children(Element element) throws UnreadableDocument {
        for (Node child : element.childNodes()) {
            if (child instanceof TextNode text) {
                append(text.getWholeText(), preformatted > 0);
            } else if (child instanceof Element inner && isSeen(inner)) {
                element(inner);
            }
        }
    }

    private void element(Element element) throws UnreadableDocument {
        switch (element.normalName()) {
            case "br" -> endLine();
            case "table" -> {
                endLine();
                blocks.add(table(element));
            }
            case "li" -> {
                endLine();
                line.append(listNumber(element));
                children(element);
                endLine();
            }
            case "pre" -> {
                endLine();
                preformatted++;
                children(element);
                preformatted--;
                endLine();
            }
            default -> {
                if (element.isBlock()) {
                    endLine();
                }
                children(element);
                if (element.isBlock()) {
                    endLine();
                }
            }
        }
    }

    private Block table(Element table) throws UnreadableDocument {
        List<Element> rows = new ArrayList<>();
        for (Element child : table.children()) {
            switch (child.normalName()) {
                case "tr" -> rows.add(child);
                case "thead", "tbody", "tfoot" ->
                    child.children().stream()
                            .filter(row -> row.nameIs("tr"))
                            .filter(HtmlReader::isSeen)
                            .forEach(rows::add);
                default -> {
                    if (isSeen(child)) {
                        element(child);
                    }
                }
            }
        }
        List<Block.Cell> cells = new ArrayList<>();
        int[] coveredBelow = new int[Limits.COLUMNS];
        for (int row = 0; row < rows.size(); row++) {
            int column = 0;
            for (Element cell : rows.get(row).children()) {
                if (!cell.nameIs("td") && !cell.nameIs("th")) {
                    continue;
                }
                while (column < coveredBelow.length && coveredBelow[column] > row) {
                    column++;
                }
                int columnSpan = span(cell, "colspan", 1);
                int rowSpan = Math.min(span(cell, "rowspan", rows.size()), rows.size() - row);
                if (column + columnSpan > Limits.COLUMNS || cells.size() > Limits.CELLS) {
                    throw new UnreadableDocument(Reason.TOO_COMPLEX);
                }
                cells.add(new Block.Cell(row, column, rowSpan, columnSpan, content(cell)));
                for (int last = column + columnSpan; column < last; column++) {
                    coveredBelow[column] = row + rowSpan;
                }
            }
        }
        return new Block.Grid(cells);
    }

    private List<Block> content(Element cell) throws UnreadableDocument {
        List<Block> outside = blocks;
        blocks = new ArrayList<>();
        if (isSeen(cell)) {
            children(cell);
        }
        endLine();
        List<Block> content = blocks;
        blocks = outside;
        return content;
    }

    /** 0 means "to the end"; what is no number means 1. */
    private static int span(Element cell, String attribute, int all) {
        try {
            int span = Integer.parseInt(cell.attr(attribute).strip());
            return span == 0 ? all : Math.clamp(span, 1, 65_534);
        } catch (NumberFormatException none) {
            return 1;
        }
    }

    private String listNumber(Element item) {
        Element list = item.parent();
        if (list == null || !list.nameIs("ol")) {
            return "";
        }
        int number = listNumbers.merge(list, 1, Integer::sum);
        String kind =
                switch (list.attr("type")) {
                    case "a" -> "lowerLetter";
                    case "A" -> "upperLetter";
                    case "i" -> "lowerRoman";
                    case "I" -> "upperRoman";
                    default -> "decimal";
                };
        return Numerals.write(number, kind) + ". ";
    }

    private static boolean isSeen(Element element) {
        return !UNSEEN.contains(element.normalName())
                && !element.hasAttr("hidden")
                && !element.attr("style")
                        .replace(" ", "")
                        .toLowerCase(Locale.ROOT)
                        .contains("display:none");
    }

    private void append(String text, boolean asIs) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (asIs && c == '\n') {
                blocks.add(new Block.Line(line.toString()));
                line.setLength(0);
            } else if (asIs || c != ' ' && c != '\n' && c != '\t' && c != '\f') {
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
    }

    private void endLine() {
        String text = line.toString().stripTrailing();
        if (!text.isEmpty()) {
            blocks.add(new Block.Line(text));
        }
        line.setLength(0);
    }
}
