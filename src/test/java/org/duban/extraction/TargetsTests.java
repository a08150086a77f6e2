package org.duban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetsTests {

    @ParameterizedTest
    @CsvSource({
        "每万人发明专利拥有量达到7.36件, 每万人发明专利拥有量, EQUAL, 7.36, 件",
        "新能源汽车应用比例不低于30%, 新能源汽车应用比例, AT_LEAST, 30, %",
        "可控费用控制在5%以内, 可控费用, AT_MOST, 5, %",
        "产业产值力争超过2500亿元, 产业产值, MORE_THAN, 2500, 亿元",
        "培育50家以上骨干企业, 培育骨干企业, AT_LEAST, 50, 家",
        "引进领军人才10人左右, 引进领军人才, ABOUT, 10, 人",
        "攻克500项关键技术, 攻克关键技术, EQUAL, 500, 项",
        "技术合同成交额翻一番, 技术合同成交额, EQUAL, 2, 倍"
    })
    void readsAPromise(
            String text, String what, ExtractedTarget.Comparator comparator, BigDecimal amount, String unit) {
        ExtractedTarget target = only(text);

        assertThat(target.what()).isEqualTo(what);
        assertThat(target.comparator()).isEqualTo(comparator);
        assertThat(target.amount()).isEqualByComparingTo(amount);
        assertThat(target.unit()).isEqualTo(unit);
    }

    @Test
    void readsTheLostDecimalPoint() {
        assertThat(only("研发经费支出占比达到2\uE0105%").amount()).isEqualByComparingTo("2.5");
        assertThat(only("研发经费支出占比达到2\uE0105%").wording()).isEqualTo("研发经费支出占比达到2.5%");
    }

    @Test
    void takesTheYearOfTheSentenceElseThatOfThePlan() {
        assertThat(targets("到2023年，建成5个基地，引进20家企业。", new ExtractedDocument.Period(2021, 2025)))
                .extracting(ExtractedTarget::byYear)
                .containsExactly(2023, 2023);
        assertThat(targets("建成5个基地。", new ExtractedDocument.Period(2021, 2025)))
                .extracting(ExtractedTarget::byYear)
                .containsExactly(2025);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "深入推进14个重点行动。",
                "在浦东开发开放30周年之际。",
                "可在3年内保留人事关系。",
                "给予每户5万元补贴。",
                "严格执行财政部等4部门《关于采购工作的意见》。",
                "推进第5号工程。"
            })
    void promisesNothing(String text) {
        assertThat(targets(text, null)).isEmpty();
    }

    private static ExtractedTarget only(String text) {
        List<ExtractedTarget> targets = targets(text, null);
        assertThat(targets).hasSize(1);
        return targets.getFirst();
    }

    private static List<ExtractedTarget> targets(String text, ExtractedDocument.Period period) {
        return Targets.in(Reading.of(text), List.of(new Range(0, text.length())), period);
    }
}
