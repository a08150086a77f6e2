package org.duban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTests {

    private static final DocumentFacts ISSUED = new DocumentFacts(null, null, null, LocalDate.of(2020, 7, 15), null);
    private static final DocumentFacts UNKNOWN = new DocumentFacts(null, null, null, null, null);

    @ParameterizedTest
    @CsvSource({
        "2020年底前全面推开。, 2020年底前, 2020-12-31",
        "2021年6月底前建成。, 2021年6月底前, 2021-06-30",
        "2021年2月28日前上报。, 2021年2月28日前, 2021-02-28",
        "10月底前完成改造。, 10月底前, 2020-10-31",
        "3月底前完成改造。, 3月底前, 2021-03-31",
        "今年内公布目录。, 今年内, 2020-12-31",
        "年底前公布目录。, 年底前, 2020-12-31",
        "2021年上半年内完成。, 2021年上半年内, 2021-06-30",
        "在本意见印发之日起30日内制定细则。, 本意见印发之日起30日内, 2020-08-14",
        "到2025年，全省覆盖。, 到2025年, 2025-12-31"
    })
    void findsTheDayInAText(String text, String phrase, LocalDate dueOn) {
        assertThat(Deadlines.inText(text, ISSUED)).isEqualTo(new Deadline(phrase, dueOn));
    }

    @ParameterizedTest
    @CsvSource({
        "2024年12月, 2024-12-31",
        "2024, 2024-12-31",
        "2023.6.30, 2023-06-30",
        "2023/8/31, 2023-08-31",
        "2023年第四季度, 2023-12-31",
        "2023年三季度, 2023-09-30",
        "2023年1季度, 2023-03-31",
        "2023年上半年, 2023-06-30",
        "2023年12月, 2023-12-31",
        "全年, 2020-12-31"
    })
    void readsWhatAColumnSays(String said, LocalDate dueOn) {
        assertThat(Deadlines.said(said, ISSUED)).isEqualTo(new Deadline(said, dueOn));
    }

    @Test
    void keepsWordsThatNameNoDay() {
        assertThat(Deadlines.said("持续推进", ISSUED)).isEqualTo(new Deadline("持续推进", null));
    }

    @Test
    void takesTheLatestOfSeveral() {
        Deadline deadline = Deadlines.inText("2020年底前出台办法，2021年6月底前全面实施。", ISSUED);

        assertThat(deadline.phrase()).isEqualTo("2020年底前；2021年6月底前");
        assertThat(deadline.dueOn()).isEqualTo(LocalDate.of(2021, 6, 30));
        assertThat(Deadlines.isSeveral(deadline)).isTrue();
    }

    @Test
    void namesNoDayWithoutAYear() {
        assertThat(Deadlines.inText("10月底前完成改造。", UNKNOWN)).isEqualTo(new Deadline("10月底前", null));
    }

    @ParameterizedTest
    @CsvSource({"比2019年底增长5%。", "2019年以前的档案补录。", "13月底前完成。", "第2019号公告。"})
    void isNotMisledBy(String text) {
        Deadline deadline = Deadlines.inText(text, ISSUED);

        assertThat(deadline == null || deadline.dueOn() == null)
                .as("%s", deadline)
                .isTrue();
    }
}
