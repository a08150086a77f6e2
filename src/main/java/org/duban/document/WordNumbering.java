package org.duban.document;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.duban.document.ListNumbers.Level;
import org.duban.document.ListNumbers.Levels;

/** The lists that a .docx file defines, and the styles that belong to them. */
final class WordNumbering {

    /** The list number that means "none". */
    private static final int NO_LIST = 0;

    private final Map<String, Levels> abstractLists = new HashMap<>();
    private final Map<Integer, WordList> lists = new HashMap<>();
    private final Map<String, Style> styles = new HashMap<>();
    private final Map<String, Integer> levelOfStyle = new HashMap<>();
    private final ListNumbers numbers = new ListNumbers();
    private String defaultStyle;

    static WordNumbering of(OfficeParts parts) throws UnreadableDocument, IOException {
        WordNumbering numbering = new WordNumbering();
        Xml definitions = parts.ofType("numbering");
        if (definitions != null) {
            numbering.readLists(definitions);
        }
        Xml styles = parts.ofType("styles");
        if (styles != null) {
            numbering.readStyles(styles);
        }
        return numbering;
    }

    /**
     * The number of the next paragraph, empty if it has none.
     *
     * @param list from the paragraph itself, or {@code null}
     * @param level from the paragraph itself, or {@code null}
     * @param styleId or {@code null} for the default style
     */
    String next(Integer list, Integer level, String styleId) {
        String style = styleId == null ? defaultStyle : styleId;
        Integer listId = list;
        Integer ownLevel = level;
        // Styles build on each other; the circle of a broken file ends with the count.
        String ancestor = style;
        for (int i = 0; i < styles.size() && ancestor != null && listId == null; i++) {
            Style each = styles.get(ancestor);
            if (each == null) {
                break;
            }
            listId = each.list;
            ownLevel = ownLevel != null ? ownLevel : each.level != null ? each.level : levelOfStyle.get(ancestor);
            ancestor = each.basedOn;
        }
        WordList found = listId == null || listId == NO_LIST ? null : lists.get(listId);
        if (found == null) {
            return "";
        }
        return numbers.next(found.counter, found.levels, ownLevel == null ? 0 : ownLevel);
    }

    private void readLists(Xml xml) throws UnreadableDocument, IOException {
        xml.nextChild(0);
        while (xml.nextChild(1)) {
            switch (xml.name()) {
                case "abstractNum" -> {
                    Levels levels = new Levels();
                    abstractLists.put(String.valueOf(xml.attribute("abstractNumId")), levels);
                    while (xml.nextChild(2)) {
                        if (xml.is("lvl")) {
                            readLevel(xml, levels);
                        }
                    }
                }
                case "num" -> readList(xml);
                default -> {}
            }
        }
    }

    private void readList(Xml xml) throws UnreadableDocument, IOException {
        int id = xml.number("numId", NO_LIST);
        String abstractId = "";
        Levels levels = new Levels();
        boolean countsAlone = false;
        while (xml.nextChild(2)) {
            if (xml.is("abstractNumId")) {
                abstractId = String.valueOf(xml.attribute("val"));
                List<Level> inherited =
                        abstractLists.getOrDefault(abstractId, new Levels()).list();
                for (int i = 0; i < inherited.size(); i++) {
                    levels.set(i, inherited.get(i));
                }
            } else if (xml.is("lvlOverride")) {
                countsAlone = true;
                int index = xml.number("ilvl", 0);
                while (xml.nextChild(3)) {
                    if (xml.is("lvl")) {
                        readLevel(xml, levels);
                    } else if (xml.is("startOverride")
                            && index >= 0
                            && index < levels.list().size()) {
                        Level old = levels.list().get(index);
                        levels.set(
                                index,
                                new Level(
                                        old.kind(),
                                        old.pattern(),
                                        xml.number("val", 1),
                                        old.legal(),
                                        old.restarts(),
                                        old.gap()));
                    }
                }
            }
        }
        lists.put(id, new WordList(countsAlone ? (Object) id : abstractId, levels.list()));
    }

    private void readLevel(Xml xml, Levels levels) throws UnreadableDocument, IOException {
        int inside = xml.depth();
        int index = xml.number("ilvl", 0);
        String kind = "decimal";
        String pattern = "";
        int start = 1;
        boolean legal = false;
        boolean restarts = true;
        String gap = " ";
        while (xml.nextChild(inside)) {
            switch (xml.name()) {
                case "numFmt" -> kind = String.valueOf(xml.attribute("val"));
                case "lvlText" -> pattern = xml.attribute("val") == null ? "" : xml.attribute("val");
                case "start" -> start = xml.number("val", 1);
                case "isLgl" -> legal = xml.isOn();
                case "lvlRestart" -> restarts = xml.number("val", 1) != 0;
                case "suff" -> gap = "nothing".equals(xml.attribute("val")) ? "" : " ";
                case "pStyle" -> levelOfStyle.put(String.valueOf(xml.attribute("val")), index);
                // Newer kinds of numbers stand in an alternative whose first choice is the right one.
                case "AlternateContent" -> {
                    while (xml.nextChild(inside + 1)) {
                        while (xml.is("Choice") && xml.nextChild(inside + 2)) {
                            if (xml.is("numFmt")) {
                                kind = String.valueOf(xml.attribute("val"));
                            }
                        }
                    }
                }
                default -> {}
            }
        }
        levels.set(index, new Level(kind, pattern, start, legal, restarts, gap));
    }

    private void readStyles(Xml xml) throws UnreadableDocument, IOException {
        xml.nextChild(0);
        while (xml.nextChild(1)) {
            if (!xml.is("style")) {
                continue;
            }
            String id = String.valueOf(xml.attribute("styleId"));
            if ("paragraph".equals(xml.attribute("type")) && "1".equals(xml.attribute("default"))) {
                defaultStyle = id;
            }
            String basedOn = null;
            Integer list = null;
            Integer level = null;
            while (xml.nextChild(2)) {
                if (xml.is("basedOn")) {
                    basedOn = xml.attribute("val");
                } else if (xml.is("pPr")) {
                    while (xml.nextChild(3)) {
                        while (xml.is("numPr") && xml.nextChild(4)) {
                            if (xml.is("numId")) {
                                list = xml.number("val", NO_LIST);
                            } else if (xml.is("ilvl")) {
                                level = xml.number("val", 0);
                            }
                        }
                    }
                }
            }
            styles.put(id, new Style(basedOn, list, level));
        }
    }

    private record WordList(Object counter, List<Level> levels) {}

    private record Style(String basedOn, Integer list, Integer level) {}
}
