package org.duban.organisation;

import java.util.regex.Pattern;

/** Recognises names that stand for several bodies without naming them. */
final class GroupNames {

    private static final Pattern GROUP = Pattern.compile("(全省|全市|全县|全区|省级?|市级?|县级?|区级?|中央)?(各|有关|相关|其他|其它|所有).*"
            + "|.*(成员单位|牵头单位|有关方面|各部门|各单位|有关企业|有关高校|责任部门)"
            + "|.*(有关|相关)(部门|单位).*"
            + "|.*(各有关|各相关|各设区市|各市县|各县区).*"
            + "|(省直|市直|县直|区直)(部门|单位|机关).*"
            + "|(设区|设区的|地方|地方各级|省级|市级|县级|市县|市、县|县区|区县).*(政府|党委|部门)"
            + "|地方|属地.*");

    private GroupNames() {}

    /** @param plain see {@link Spelling#plain} */
    static boolean matches(String plain) {
        return GROUP.matcher(plain).matches();
    }
}
