package org.duban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which documents a text holds, and what each says of itself. */
class DocumentsInATextTests {

    private static final String FIRST =
            """
            云海省人民政府办公厅
            关于支持灯塔产业发展的实施意见
            云政办发〔2023〕12号

            各市人民政府：
            一、主要任务
            （一）建设灯塔。（责任单位：省交通运输厅）
            2023年5月6日
            （此件公开发布）
            """;

    private static final String SECOND =
            """
            云海省科技厅关于印发《灯塔技术攻关方案（2023—2025年）》的通知
            云科发〔2023〕7号

            各市科技局：
            一、主要任务
            （一）研究透镜。（责任单位：省科技厅）
            """;

    @Test
    void readsTheFactsOfADocument() {
        ExtractedDocument document = documents(FIRST).getFirst();

        assertThat(document.title()).isEqualTo("云海省人民政府办公厅关于支持灯塔产业发展的实施意见");
        assertThat(document.docNumber()).isEqualTo("云政办发〔2023〕12号");
        assertThat(document.issuer()).isEqualTo("云海省人民政府办公厅");
        assertThat(document.issuedOn()).isEqualTo(LocalDate.of(2023, 5, 6));
        assertThat(document.period()).isNull();
    }

    @Test
    void partsSeveralDocuments() {
        List<ExtractedDocument> documents = documents(FIRST + "\n\n" + SECOND);

        assertThat(documents).extracting(ExtractedDocument::docNumber).containsExactly("云政办发〔2023〕12号", "云科发〔2023〕7号");
        assertThat(documents.get(1).period()).isEqualTo(new ExtractedDocument.Period(2023, 2025));
        assertThat(documents.get(0).range().end())
                .isEqualTo(documents.get(1).range().start());
        assertThat(documents)
                .allSatisfy(document -> assertThat(document.tasks()).hasSize(1));
    }

    @Test
    void aRuleEndsWithItsDocument() {
        String ruled = FIRST.replace("省交通运输厅）", "省交通运输厅、省财政厅，列第一位者为牵头单位，下同）");
        List<ExtractedDocument> documents = documents(ruled + "\n\n" + SECOND);

        assertThat(documents.get(0).tasks().getFirst().names(Responsibility.Role.LEAD))
                .containsExactly("省交通运输厅");
        assertThat(documents.get(1).tasks().getFirst().names(Responsibility.Role.JOINT))
                .containsExactly("省科技厅");
    }

    @Test
    void doesNotTakeACitedNumberForItsOwn() {
        ExtractedDocument document = documents(
                        """
                        海角市灯塔产业行动计划
                        为贯彻《云海省灯塔条例实施方案》（云政发〔2022〕3号），制定本计划。
                        一、任务
                        （一）建设灯塔。（责任单位：市交通局）
                        """)
                .getFirst();

        assertThat(document.docNumber()).isNull();
        assertThat(document.title()).isEqualTo("海角市灯塔产业行动计划");
    }

    @ParameterizedTest
    @CsvSource({"云海省灯塔产业“十四五”发展规划, 2021-2025", "云海省灯塔产业三年行动计划（2021-2023年）, 2021-2023", "云海省2024年重点工作任务分工表, 2024"})
    void readsThePeriodOfATitle(String title, String period) {
        assertThat(documents(title + "\n一、任务\n（一）建灯。（责任单位：省交通厅）\n").getFirst().period())
                .hasToString(period);
    }

    @Test
    void findsNothingInABlankText() {
        assertThat(documents(" \n\u3000\n")).isEmpty();
    }

    private static List<ExtractedDocument> documents(String text) {
        return Extractor.extract(Source.of(text));
    }
}
