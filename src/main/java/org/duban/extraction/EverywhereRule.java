package org.duban.extraction;

import java.util.List;

/** 以下责任单位均包括…，不再列出: names that belong to every later note. */
final class EverywhereRule {

    private static final List<String> OPENINGS = List.of("以下", "下列", "下述", "各项任务", "各项工作", "所有任务", "以上责任单位");
    private static final List<String> VERBS =
            List.of("均包括", "都包括", "均含", "均包含", "都包含", "均涉及", "均为", "均需", "还包括", "均还包括", "均由", "均有", "都涉及", "包括");

    private EverywhereRule() {}

    /** Index at which the names begin, or -1 if the sentence states no such rule. */
    static int namesAt(String sentence) {
        if (OPENINGS.stream().noneMatch(sentence::startsWith)) {
            return -1;
        }
        for (String verb : VERBS) {
            int at = sentence.indexOf(verb);
            if (at > 0) {
                return at + verb.length();
            }
        }
        return -1;
    }
}
