package org.duban.extraction;

import java.util.List;

/** 列第一位者为牵头单位: of a plain list the first leads. */
final class FirstLeadsRule {

    private static final List<String> FIRST = List.of(
            "第一位", "首位", "第一个", "第一的", "第一名", "排名第一", "排第一", "排在第一", "列第一", "排在首", "排首", "首个", "排在前", "排在最前", "排序第一",
            "排在前面", "列前的", "排前面", "在前的");

    private static final List<String> LEADS = List.of("牵头", "主办", "主要承办", "主责", "主要责任", "主要负责");

    private FirstLeadsRule() {}

    static boolean isSaidBy(String sentence) {
        return LEADS.stream().anyMatch(sentence::contains) && FIRST.stream().anyMatch(sentence::contains);
    }
}
