package org.duban.organisation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whose bodies a document names: 国家, or the full name of the province, city or county whose document it is. */
public final class Jurisdictions {

    public static final String NATIONAL = "国家";

    /** Provinces, autonomous regions and the municipalities of their rank. */
    public static final List<String> PROVINCES = List.of(
            "北京市",
            "天津市",
            "河北省",
            "山西省",
            "内蒙古自治区",
            "辽宁省",
            "吉林省",
            "黑龙江省",
            "上海市",
            "江苏省",
            "浙江省",
            "安徽省",
            "福建省",
            "江西省",
            "山东省",
            "河南省",
            "湖北省",
            "湖南省",
            "广东省",
            "广西壮族自治区",
            "海南省",
            "重庆市",
            "四川省",
            "贵州省",
            "云南省",
            "西藏自治区",
            "陕西省",
            "甘肃省",
            "青海省",
            "宁夏回族自治区",
            "新疆维吾尔自治区");

    /** How document numbers abbreviate provinces. 宁 and 青 also begin the numbers of 南京 and 青岛 and are no evidence. */
    private static final Map<Character, String> IN_NUMBERS = Map.ofEntries(
            Map.entry('京', "北京市"),
            Map.entry('津', "天津市"),
            Map.entry('冀', "河北省"),
            Map.entry('晋', "山西省"),
            Map.entry('内', "内蒙古自治区"),
            Map.entry('辽', "辽宁省"),
            Map.entry('吉', "吉林省"),
            Map.entry('黑', "黑龙江省"),
            Map.entry('沪', "上海市"),
            Map.entry('苏', "江苏省"),
            Map.entry('浙', "浙江省"),
            Map.entry('皖', "安徽省"),
            Map.entry('闽', "福建省"),
            Map.entry('赣', "江西省"),
            Map.entry('鲁', "山东省"),
            Map.entry('豫', "河南省"),
            Map.entry('鄂', "湖北省"),
            Map.entry('湘', "湖南省"),
            Map.entry('粤', "广东省"),
            Map.entry('桂', "广西壮族自治区"),
            Map.entry('琼', "海南省"),
            Map.entry('渝', "重庆市"),
            Map.entry('川', "四川省"),
            Map.entry('黔', "贵州省"),
            Map.entry('云', "云南省"),
            Map.entry('藏', "西藏自治区"),
            Map.entry('陕', "陕西省"),
            Map.entry('甘', "甘肃省"));

    /** 苏府 is 苏州's, 苏市 and the like are cities'; what follows a province's sign is its Party, government or an office. */
    private static final Pattern PROVINCIAL_NUMBER =
            Pattern.compile("(?!苏府)([\\u4e00-\\u9fff])(委|政|府|办|发改|科|财|经信|工信).*");

    private static final Pattern NATIONAL_NUMBER = Pattern.compile("(国|中发|中办|中委|厅字|发改|工信部|人社部|银发).*");

    private static final Pattern NATIONAL_ISSUER =
            Pattern.compile("(国务院|中共中央|中央|国家|全国|中国|[\\u4e00-\\u9fff]{1,10}(部|总局|总署)(关于|办公厅|、|$)).*");

    private static final Pattern OPENING = Pattern.compile("^[\\s《“\"'（(【〔]*(中共)?(关于)?(印发)?[《“]?");

    /** A city, or a county of which it is said so: 句容市, 沈阳市和平区, 平潭综合实验区. */
    private static final Pattern CITY = Pattern.compile(
            "((?!各|全|本|有|都|超|上|城|我|一)[\\u4e00-\\u9fff]{2,4}?(?<!城|都|超|上|门)(市|自治州|地区))(?!场|政(?!府)|民|域).*");

    private static final Pattern COUNTY =
            Pattern.compile("([\\u4e00-\\u9fff]{2,10}?(?<!地|园|社|片|山|小)(县|区|旗))(人民政府|政府|委|党工委|管委会|管理委员会|关于).*");

    private Jurisdictions() {}

    /**
     * Reads it from where it is most surely said: the issuer, then the title, then the document number. Each may be
     * {@code null}. Empty where none of them says it.
     */
    public static Optional<String> of(String title, String docNumber, String issuer) {
        return opening(issuer)
                .or(() -> opening(title))
                .or(() -> Optional.ofNullable(docNumber).map(Spelling::plain).flatMap(Jurisdictions::numbered));
    }

    /** The last word of the jurisdiction's name that its own papers put before its bodies: 省 in 省科技厅. */
    static String levelWord(String jurisdiction) {
        return Stream.of("自治区", "省", "市", "区", "县", "州", "旗", "盟")
                .filter(jurisdiction::endsWith)
                .findFirst()
                .orElse("");
    }

    private static Optional<String> opening(String text) {
        if (text == null) {
            return Optional.empty();
        }
        String start = OPENING.matcher(text.strip()).replaceFirst("");
        Optional<String> province = PROVINCES.stream().filter(start::startsWith).findFirst();
        if (province.isPresent()) {
            String rest = start.substring(province.get().length());
            return local(rest, province.get()).or(() -> province);
        }
        if (NATIONAL_ISSUER.matcher(start).matches()) {
            return Optional.of(NATIONAL);
        }
        return local(start, "");
    }

    /** Counties of a city keep its name before their own, since 和平区 and 鼓楼区 are many. */
    private static Optional<String> local(String text, String province) {
        Matcher city = CITY.matcher(text);
        if (city.matches()) {
            String rest = text.substring(city.end(1));
            Matcher county = COUNTY.matcher(rest);
            return Optional.of(county.matches() ? city.group(1) + county.group(1) : city.group(1));
        }
        Matcher county = COUNTY.matcher(text);
        return county.matches()
                ? Optional.of((province.endsWith("市") ? province : "") + county.group(1))
                : Optional.empty();
    }

    private static Optional<String> numbered(String number) {
        Matcher provincial = PROVINCIAL_NUMBER.matcher(number);
        if (provincial.matches() && IN_NUMBERS.containsKey(provincial.group(1).charAt(0))) {
            return Optional.of(IN_NUMBERS.get(provincial.group(1).charAt(0)));
        }
        return NATIONAL_NUMBER.matcher(number).matches() ? Optional.of(NATIONAL) : Optional.empty();
    }
}
