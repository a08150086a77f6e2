package org.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.duban.organisation.Department.Kind;
import org.duban.organisation.Department.Tier;
import org.duban.organisation.Resolution.Ambiguous;
import org.duban.organisation.Resolution.Candidate;
import org.duban.organisation.Resolution.Resolved;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names mean, on a small register made for it. */
class NamesTests {

    private final List<NameEntry> entries = new ArrayList<>();

    NamesTests() {
        body("ndrc", "国家发展和改革委员会", "国家发展改革委", "国家", "发展改革委", "发改委");
        body("miit", "工业和信息化部", "工信部", "国家");
        body("most", "科学技术部", "科技部", "国家");
        body("moa", "农业部", "农业部", "国家");
        body("sta", "国家税务总局", "税务总局", "国家");
        body("nbs", "国家统计局", "国家统计局", "国家");
        body("sasac", "国务院国有资产监督管理委员会", "国务院国资委", "国家", "国资委");
        body("cas", "中国科学院", "中科院", "国家");
        body("cma", "中国气象局", "中国气象局", "国家");
        body("ccod", "中共中央组织部", "中央组织部", "国家", "中组部");
        body("samr", "国家市场监督管理总局", "市场监管总局", "国家");
        entry("all", "各部门", Kind.GROUP, "国家");
        body("ln-fgw", "辽宁省发展和改革委员会", "省发展改革委", "辽宁省");
        body("ln-kjt", "辽宁省科学技术厅", "省科技厅", "辽宁省");
        body("ln-gxt", "辽宁省工业和信息化厅", "省工业和信息化厅", "辽宁省");
        body("ln-rst", "辽宁省人力资源和社会保障厅", "省人力资源社会保障厅", "辽宁省");
        body("ln-zzb", "中共辽宁省委组织部", "省委组织部", "辽宁省");
        body("ln-jrb", "辽宁省人民政府金融工作办公室", "省政府金融办", "辽宁省");
        body("ln-scj", "辽宁省市场监督管理局", "省市场监管局", "辽宁省");
        entry("ln-shenyang", "沈阳市", Kind.PLACE, "辽宁省");
        entry("ln-cities", "各市", Kind.GROUP, "辽宁省");
        body("zj-kjt", "浙江省科学技术厅", "省科技厅", "浙江省");
        entry("zj-local", "各市、县〔市、区〕政府", Kind.GROUP, "浙江省");
        body("sh-kw", "上海市科学技术委员会", "市科委", "上海市");
        body("sh-scj", "上海市市场监督管理局", "市市场监管局", "上海市");
        body("sy-kjj", "沈阳市科学技术局", "市科技局", "沈阳市");
    }

    @ParameterizedTest
    @CsvSource({
        // literally, in the document's own jurisdiction
        "国家,   国家发展和改革委员会,       CANONICAL, ndrc",
        "国家,   发改委,                  ALIAS,     ndrc",
        "辽宁省, 省科技厅,                 ALIAS,     ln-kjt",
        "浙江省, 省科技厅,                 ALIAS,     zj-kjt",
        "辽宁省, 辽宁省科学技术厅,           CANONICAL, ln-kjt",
        "辽宁省, 沈阳市,                  CANONICAL, ln-shenyang",
        "辽宁省, 各市,                    CANONICAL, ln-cities",
        "国家,   各部门,                  CANONICAL, all",
        "国家,   ' 工业 和信息\u3000化部。',  CANONICAL, miit",
        // national bodies in local documents, where the name says so or no local body is called like that
        "辽宁省, 国家统计局,               CANONICAL, nbs",
        "辽宁省, 工信部,                  ALIAS,     miit",
        "辽宁省, 税务总局,                 ALIAS,     sta",
        "辽宁省, 中科院,                  ALIAS,     cas",
        "辽宁省, 国务院国资委,              ALIAS,     sasac",
        "沈阳市, 中组部,                  ALIAS,     ccod",
        // the level, written otherwise or left out
        "国家,   统计局,                  PREFIX,    nbs",
        "国家,   气象局,                  PREFIX,    cma",
        "辽宁省, 辽宁省科技厅,              PREFIX,    ln-kjt",
        "辽宁省, 科技厅,                  PREFIX,    ln-kjt",
        "辽宁省, 中共辽宁省委组织部,          CANONICAL, ln-zzb",
        "辽宁省, 辽宁省委组织部,            PREFIX,    ln-zzb",
        "辽宁省, 市场监管局,               PREFIX,    ln-scj",
        "上海市, 市场监管局,               PREFIX,    sh-scj",
        "上海市, 上海市科委,               PREFIX,    sh-kw",
        "沈阳市, 科技局,                  PREFIX,    sy-kjj",
        "沈阳市, 沈阳市科技局,             PREFIX,    sy-kjj",
        // the province of the city, and another place that the name begins with
        "沈阳市, 省科技厅,                ALIAS,     ln-kjt",
        "国家,   上海市科委,              PREFIX,    sh-kw",
        "辽宁省, 浙江省科技厅,             PREFIX,    zj-kjt",
        // places by their governments
        "辽宁省, 沈阳市人民政府,            PLACE,     ln-shenyang",
        "辽宁省, 沈阳市政府,               PLACE,     ln-shenyang",
        "辽宁省, 沈阳,                   PLACE,     ln-shenyang",
        // spelling
        "国家,   国家发展改革委员会,         SPELLING,  ndrc",
        "国家,   科学技术部,              CANONICAL, most",
        "国家,   市场监督管理总局,           PREFIX,    samr",
        "辽宁省, 省发改委,                SPELLING,  ln-fgw",
        "辽宁省, 省改革委,                SPELLING,  ln-fgw",
        "辽宁省, 省发展改革委员会,          SPELLING,  ln-fgw",
        "辽宁省, 省人社厅,                SPELLING,  ln-rst",
        "辽宁省, 省人力社保厅,             SPELLING,  ln-rst",
        "辽宁省, 省工信厅,                SPELLING,  ln-gxt",
        "辽宁省, 省工业与信息化厅,          SPELLING,  ln-gxt",
        "辽宁省, 省金融办,                SPELLING,  ln-jrb",
        "辽宁省, 省科技局,                SPELLING,  ln-kjt",
        "上海市, 市科学技术局,             SPELLING,  sh-kw",
        "浙江省, '各市、县（市、区）人民政府', SPELLING,  zj-local",
    })
    void bindsWhereOneBodyFits(String jurisdiction, String name, Resolution.How how, String code) {
        assertThat(find(jurisdiction, name)).isInstanceOfSatisfying(Resolved.class, resolved -> {
            assertThat(resolved.department().code()).isEqualTo(code);
            assertThat(resolved.how()).isEqualTo(how);
        });
    }

    @ParameterizedTest
    @CsvSource({
        // the local body that leaves out its level, or the State Council's
        "辽宁省, 发展改革委, ndrc ln-fgw",
        // no local body is known, but one may well be meant
        "浙江省, 发展改革委, ndrc",
        "上海市, 国资委,    sasac",
        "浙江省, 统计局,    nbs",
    })
    void offersWhereAnotherLevelMayBeMeant(String jurisdiction, String name, String codes) {
        assertThat(find(jurisdiction, name))
                .isInstanceOfSatisfying(Ambiguous.class, ambiguous -> assertThat(ambiguous.candidates())
                        .extracting(Department::code)
                        .containsExactlyInAnyOrder(codes.split(" ")));
    }

    @Test
    void bindsNoVariantThatFitsTwoBodies() {
        body("ln-kjj", "辽宁省科技委员会", "辽宁省科技委", "辽宁省");

        assertThat(find("辽宁省", "省科技局")).isInstanceOf(Ambiguous.class);
        assertThat(find("辽宁省", "省科技厅")).isInstanceOf(Resolved.class);
    }

    @ParameterizedTest
    @CsvSource({
        "国家, 省科技厅",
        "浙江省, 省发展改革委",
        "江苏省, 省科技厅",
        "沈阳市, 市发展改革委",
        "辽宁省, 市科技局",
        "辽宁省, 农业厅",
        "国家, 教育部",
        "国家, ''",
        "国家, '、'",
        "国家, 部",
    })
    void bindsNoStranger(String jurisdiction, String name) {
        assertThat(find(jurisdiction, name)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "辽宁省, 省科技廰,         ln-kjt",
        "辽宁省, 省科技术厅,       ln-kjt",
        "辽宁省, 省发展改委,       ln-fgw",
        "浙江省, 省科学厅,         zj-kjt",
        "国家,   工业与信息部,     miit",
        "国家,   国家市场监管局,    samr",
    })
    void offersTheNearestFirst(String jurisdiction, String name, String code) {
        assertThat(find(jurisdiction, name)).isNull();
        List<Candidate> nearest = index(jurisdiction).nearest(name);

        assertThat(nearest).isNotEmpty().hasSizeLessThanOrEqualTo(5);
        assertThat(nearest.getFirst().department().code()).isEqualTo(code);
        assertThat(nearest)
                .extracting(Candidate::score)
                .allSatisfy(score -> assertThat(score).isBetween(0.3, 1.0))
                .isSortedAccordingTo((one, other) -> Double.compare(other, one));
    }

    @ParameterizedTest
    @CsvSource({
        "各市、县（市、区）人民政府",
        "各有关省级人民政府",
        "有关部门",
        "相关部门和单位",
        "国务院相关部门和单位",
        "领导小组各成员单位",
        "省直有关部门",
        "各区县政府",
        "设区市人民政府",
        "各镇（街道、管委会）",
    })
    void recognisesGroups(String name) {
        assertThat(GroupNames.matches(Spelling.plain(name))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"省科技厅", "江北区政府", "国务院办公厅", "沈阳市人民政府", "临港新片区管委会", "市委统战部", "中央组织部"})
    void takesNoSingleBodyForAGroup(String name) {
        assertThat(GroupNames.matches(Spelling.plain(name))).isFalse();
    }

    private Resolution find(String jurisdiction, String name) {
        return index(jurisdiction).find(name).orElse(null);
    }

    private NameIndex index(String jurisdiction) {
        return new NameIndex(jurisdiction, jurisdiction.equals("沈阳市") ? List.of("辽宁省", "国家") : List.of("国家"), entries);
    }

    private void body(String code, String name, String shortName, String jurisdiction, String... aliases) {
        add(code, name, shortName, Kind.OFFICE, jurisdiction, aliases);
    }

    private void entry(String code, String name, Kind kind, String jurisdiction) {
        add(code, name, name, kind, jurisdiction);
    }

    private void add(String code, String name, String shortName, Kind kind, String jurisdiction, String... aliases) {
        Department department = new Department(
                new DepartmentId(entries.size() + 1),
                code,
                name,
                shortName,
                Tier.PROVINCIAL,
                jurisdiction,
                kind,
                List.of(aliases),
                null,
                null,
                null);
        Set<String> names = new LinkedHashSet<>(List.of(name, shortName));
        names.addAll(List.of(aliases));
        names.forEach(each -> entries.add(NameEntry.of(jurisdiction, each, false, department)));
    }
}
