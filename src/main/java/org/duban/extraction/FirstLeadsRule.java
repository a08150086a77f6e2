package org.duban.extraction;

import java.util.List;

/** 列第一位者为牵头单位: of a plain list the first leads. */
final class FirstLeadsRule {

    private static final List<String> FIRST = List.of(
            "第一位", "首位", "第一个", "第一的", "第一名", "排名第一", "排第一", "排在第一", "列第一", "排在首", "排首", "首个", "排在前", "排在最前", "排序第一");

    private FirstLeadsRule() {}

    static boolean isSaidBy(String sentence) {
        return sentence.contains("牵头") && FIRST.stream().anyMatch(sentence::contains);
    }
}
