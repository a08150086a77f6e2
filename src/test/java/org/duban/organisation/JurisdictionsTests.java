package org.duban.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JurisdictionsTests {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,                                -,              国务院办公厅,              国家",
                "-,                                -,              国家发展改革委、科技部,       国家",
                "-,                                -,              科技部、财政部,            国家",
                "-,                                -,              中共中央、国务院,           国家",
                "国务院关于印发试验规划的通知,           -,              -,                     国家",
                "中共中央关于试验的决定,               -,              -,                     国家",
                "-,                                -,              中共辽宁省委、辽宁省人民政府,  辽宁省",
                "辽宁省试验工程实施方案,               -,              -,                     辽宁省",
                "中共浙江省委办公厅关于试验的意见,        -,              -,                     浙江省",
                "关于印发《安徽省试验办法》的通知,        -,              -,                     安徽省",
                "上海市试验产业三年行动计划,            -,              -,                     上海市",
                "重庆市人民政府办公厅关于试验的意见,       -,              -,                     重庆市",
                "广西壮族自治区人民政府关于试验的通知,     -,              -,                     广西壮族自治区",
                "关于印发句容市试验方案的通知,           -,              句容市人民政府办公室,       句容市",
                "江苏省句容市人民政府关于试验的通知,      -,              -,                     句容市",
                "沈阳市和平区人民政府关于试验的通知,      -,              -,                     沈阳市和平区",
                "重庆市江北区人民政府关于试验的通知,      -,              -,                     重庆市江北区",
                "平潭综合实验区管委会关于印发试验的通知,   -,              -,                     平潭综合实验区",
                "辽宁省市场监督管理局关于试验的通知,      -,              -,                     辽宁省",
                "关于扩大试验的意见,                  国发〔2020〕1号,   -,                    国家",
                "关于扩大试验的意见,                  发改高技〔2020〕1号, -,                    国家",
                "关于扩大试验的意见,                  皖政〔2020〕1号,   -,                    安徽省",
                "-,                                渝府办发〔2021〕8号, -,                   重庆市",
                "-,                                沪府发[2021]8号,   -,                    上海市",
                "-,                                辽委办发〔2017〕1号, -,                   辽宁省",
                "-,                                宁政发〔2017〕1号,  -,                    -",
                "-,                                苏府〔2017〕1号,    -,                    -",
                "关于加强城市管理的意见,               -,              -,                     -",
                "关于全市试验工作的意见,               -,              -,                     -",
                "关于地区试验工作的意见,               -,              -,                     -",
                "市场监管局关于试验的通知,             -,              -,                     -",
                "-,                                -,              -,                     -",
            })
    void readsWhoseDocumentItIs(String title, String number, String issuer, String jurisdiction) {
        assertThat(Jurisdictions.of(title, number, issuer).orElse(null)).isEqualTo(jurisdiction);
    }
}
