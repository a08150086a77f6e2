package org.duban.extraction;

import java.util.List;

/** What names of bodies, places and groups look like. */
final class Names {

    /** No name is longer, in characters. */
    static final int LONGEST = 45;

    private static final String LEVELS = "省市区县州盟旗镇乡";
    private static final String PLACE_ENDINGS = "省市区县州盟旗镇乡村";
    private static final Lexicon<Boolean> GROUP_OPENERS =
            new Lexicon<Boolean>().add(true, "各 有关 相关 其他 其它 全体 所有 国务院各 国务院有关 国务院相关 地方各级 地方人民政府 沿线 省级以下");
    private static final Lexicon<Boolean> GROUP_WORDS = new Lexicon<Boolean>()
            .add(
                    true,
                    "有关部门 相关部门 有关单位 相关单位 各部门 各单位 成员单位 成员部门 有关省 有关地 各级 各省 各市 各地 各县 各区 各镇 各乡 各有关 各相关 级人民政府 "
                            + "相关省 相关地 有关市 相关市 有关县 有关区 相关区 相关县 相关企业 有关企业 牵头单位 责任单位 主管部门 有关高校 相关高校 有关中央企业 直部门 直各 直有关 直相关 "
                            + "地方政府 地方人民政府 属地政府 所在地 行业部门 监管部门 业务部门 审批部门 责任部门 牵头部门 实施单位 建设单位 乡镇 镇街 街道");
    private static final Lexicon<Boolean> BARE_KINDS =
            new Lexicon<Boolean>().add(true, "单位 部门 机构 企业 地区 地方 单位和部门 部门和单位 部门单位 部门及单位 人员 同志 方面");

    private static final List<String> BARE_OFFICES =
            List.of("政府", "人民政府", "党委", "管委会", "办事处", "街道办事处", "党工委", "管理委员会", "街道");

    private Names() {}

    /** Whether the name stands for several bodies that are not listed. */
    static boolean isGroup(String name) {
        if (GROUP_OPENERS.at(name, 0) != null) {
            return true;
        }
        for (int index = 1; index < name.length(); index++) {
            if (GROUP_WORDS.at(name, index) != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether a group's name is complete: 各部门, 各省级人民政府, but not 各有关. */
    static boolean endsLikeGroup(String name) {
        return endsLikeBody(name)
                || isPlace(name)
                || name.endsWith("部门")
                || name.endsWith("单位")
                || name.endsWith("地区")
                || name.endsWith("各地")
                || name.endsWith("企业")
                || name.endsWith("机构")
                || name.endsWith("高校")
                || name.endsWith("院校")
                || name.endsWith("园区");
    }

    /** Whether it ends as only bodies do. */
    static boolean endsLikeBody(CharSequence name) {
        int end = withoutBracket(name, name.length());
        return end >= 2
                && Vocabulary.BODY_ENDINGS.before(name, end) != null
                && Vocabulary.NO_BODY_ENDINGS.before(name, end) == null;
    }

    /** Whether it is a place, which answers through its government: 沈阳市, 浦东新区. */
    static boolean isPlace(CharSequence name) {
        int end = withoutBracket(name, name.length());
        return end >= 2 && end <= 10 && PLACE_ENDINGS.indexOf(name.charAt(end - 1)) >= 0;
    }

    /** A body, a place or a group, as far as its words tell. */
    static boolean isPlausible(String name) {
        return name.length() >= 2
                && name.length() <= LONGEST
                && !hasSentenceWords(name)
                && (isGroup(name) || endsLikeBody(name) || isPlace(name) || isKindOfBody(name));
    }

    /** 县级民政部门: named by what it does. */
    private static boolean isKindOfBody(String name) {
        return name.length() > 4 && (name.endsWith("部门") || name.endsWith("单位") || name.endsWith("机构"));
    }

    /** As {@link #isPlausible}, and no beginning of a longer name. */
    static boolean isComplete(String name) {
        return isPlausible(name) && (!isGroup(name) || endsLikeGroup(name));
    }

    /** Words that no name has, but a sentence in brackets. */
    static boolean hasSentenceWords(String name) {
        for (int index = 0; index < name.length(); index++) {
            switch (name.charAt(index)) {
                case '的', '了', '是', '不', '以', '为', '于', '《', '》', '。', '！', '？', '+', '/', '%', '=' -> {
                    return name.charAt(index) != '以'
                            || index + 1 >= name.length()
                            || "上下".indexOf(name.charAt(index + 1)) < 0;
                }
                default -> {}
            }
        }
        return false;
    }

    /** 单位, 部门 and the like without saying which. */
    static boolean isBareKind(String name) {
        Lexicon.Hit<Boolean> hit = BARE_KINDS.at(name, 0);
        return hit != null && hit.length() == name.length();
    }

    /** The bare word for an office of a place, which needs the place before it: 政府, 党委. */
    static boolean isBareOffice(String name) {
        return BARE_OFFICES.contains(name);
    }

    /** As 单位及各地区 does: its first word has lost what says which. */
    static boolean startsWithBareKind(String name) {
        return BARE_KINDS.at(name, 0) != null;
    }

    /** The single character by which names of one level of government begin, or 0. */
    static char level(CharSequence name) {
        if (name.length() < 3) {
            return 0;
        }
        char first = name.charAt(0);
        return LEVELS.indexOf(first) >= 0 ? first : 0;
    }

    /** Whether the first character of the next name was printed before the separator: 省科技厅省、教育厅. */
    static boolean endsWithLostLevel(String name) {
        return name.length() > 3
                && LEVELS.indexOf(name.charAt(name.length() - 1)) >= 0
                && name.charAt(0) == name.charAt(name.length() - 1)
                && endsLikeBody(name.substring(0, name.length() - 1));
    }

    /** Index before a bracket with which the name ends, else {@code end}. */
    private static int withoutBracket(CharSequence name, int end) {
        if (end == 0 || !Brackets.isCloser(name.charAt(end - 1))) {
            return end;
        }
        int depth = 0;
        for (int index = end - 1; index >= 0; index--) {
            if (Brackets.isCloser(name.charAt(index))) {
                depth++;
            } else if (Brackets.isOpener(name.charAt(index)) && --depth == 0) {
                return index;
            }
        }
        return end;
    }
}
