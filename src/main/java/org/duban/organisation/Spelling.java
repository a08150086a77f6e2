package org.duban.organisation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Forms of a name in which different spellings of one body are equal. What is equal is not yet the same body. */
final class Spelling {

    private static final Pattern LAYOUT = Pattern.compile("[\\s\\u3000\\u00A0\\u200B\\uFEFF*]+");
    private static final Pattern CLOSING = Pattern.compile("[。；;，,、.：:]+$");

    /** 市 and 区 that begin a word of the name instead of naming a level: 市场监管局, 市政公用局. */
    private static final Pattern WORD_OF_ITS_OWN = Pattern.compile("市场|市政(?!府|协|法)|区域|县域");

    private static final List<String> NATIONAL_MARKS = List.of("国务院", "国家", "中国", "全国");

    private static final Set<Character> SUFFIXES = Set.of('厅', '局', '委');

    /** Longer and shorter wordings of the same matter, in the order in which they are put in place. */
    private static final List<Map.Entry<String, String>> WORDINGS = List.of(
            Map.entry("委员会", "委"),
            Map.entry("办公室", "办"),
            Map.entry("人民政府", "政府"),
            Map.entry("科学技术", "科技"),
            Map.entry("监督管理", "监管"),
            Map.entry("行政管理", "行政"),
            Map.entry("人力资源社会保障", "人社"),
            Map.entry("人力资源保障", "人社"),
            Map.entry("人力社保", "人社"),
            Map.entry("住房城乡建设", "住建"),
            Map.entry("发展改革", "发改"),
            Map.entry("工业信息化", "工信"),
            Map.entry("经济信息化", "经信"),
            Map.entry("卫生健康", "卫健"),
            Map.entry("卫生计划生育", "卫计"),
            Map.entry("卫生计生", "卫计"),
            Map.entry("市场监管", "市监"),
            Map.entry("环境保护", "环保"),
            Map.entry("食品药品监管", "食药监"),
            Map.entry("药品监管", "药监"),
            Map.entry("质量技术监督", "质监"),
            Map.entry("工商行政", "工商"),
            Map.entry("文化旅游", "文旅"),
            Map.entry("广播电视", "广电"),
            Map.entry("国有资产监管", "国资"),
            Map.entry("退役军人事务", "退役军人"),
            Map.entry("医疗保障", "医保"),
            Map.entry("交通运输", "交通"),
            Map.entry("林业草原", "林草"),
            Map.entry("国土资源", "国土"),
            Map.entry("安全生产监管", "安监"),
            Map.entry("科技协会", "科协"),
            Map.entry("国防科技工业", "国防科工"),
            Map.entry("互联网信息", "网信"),
            Map.entry("网络安全信息化", "网信"),
            Map.entry("中医药管理", "中医药"),
            Map.entry("金融工作", "金融"),
            Map.entry("扶贫开发", "扶贫"),
            Map.entry("改革委", "发改委"),
            Map.entry("发发改委", "发改委"));

    private Spelling() {}

    /** Without what the layout of a page does to a name, and with one kind of brackets. */
    static String plain(String name) {
        String unspaced = LAYOUT.matcher(name).replaceAll("");
        String bracketed = unspaced.replace('(', '（')
                .replace(')', '）')
                .replace('〔', '（')
                .replace('〕', '）')
                .replace('[', '（')
                .replace(']', '）')
                .replace('【', '（')
                .replace('】', '）');
        return CLOSING.matcher(bracketed).replaceAll("");
    }

    /**
     * The plain name without what says whose it is: 科技厅 for 省科技厅 and 辽宁省科技厅 in 辽宁省, 统计局 for 国家统计局
     * in 国家. A name that says nothing of that jurisdiction stays as it is.
     */
    static String core(String plain, String jurisdiction) {
        String name = plain.startsWith("中共") ? plain.substring(2) : plain;
        if (jurisdiction.equals(Jurisdictions.NATIONAL)) {
            return NATIONAL_MARKS.stream()
                    .filter(mark -> name.startsWith(mark) && name.length() > mark.length() + 1)
                    .findFirst()
                    .map(mark -> name.substring(mark.length()))
                    .orElse(name);
        }
        if (name.startsWith(jurisdiction) && name.length() > jurisdiction.length()) {
            return name.substring(jurisdiction.length());
        }
        String level = Jurisdictions.levelWord(jurisdiction);
        boolean marked = !level.isEmpty()
                && name.startsWith(level)
                && name.length() > level.length() + 1
                && !WORD_OF_ITS_OWN.matcher(name).lookingAt();
        return marked ? name.substring(level.length()) : name;
    }

    /** A key of the core: equal for 发展和改革委员会, 发展改革委 and 发改委. */
    static String key(String core) {
        String key = core.replace("和", "").replace("与", "").replace("及", "");
        for (Map.Entry<String, String> wording : WORDINGS) {
            key = key.replace(wording.getKey(), wording.getValue());
        }
        boolean officeOfGovernment = key.startsWith("政府") && key.length() > 4 && !key.startsWith("政府办");
        return officeOfGovernment ? key.substring(2) : key;
    }

    /** The key without its last character where offices of one matter differ by it (厅, 局, 委), else the key. */
    static String stem(String key) {
        boolean suffixed = key.length() > 2 && SUFFIXES.contains(key.charAt(key.length() - 1)) && !key.endsWith("总局");
        return suffixed ? key.substring(0, key.length() - 1) : key;
    }
}
