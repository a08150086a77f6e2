package org.duban.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing stays ambiguous without saying so. */
class WarningsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '=',
            textBlock =
                    """
                    OPEN_LIST         = （一）建灯。做好。（责任单位：省科技厅、省财政厅等部门）
                    GROUP             = （一）建灯。做好。（责任单位：各有关单位）
                    SEPARATOR_MISSING = （一）建灯。做好。（责任单位：省科技厅省财政厅）
                    BRACKET_MISSING   = （一）建灯。做好。（责任单位：省科技厅、省财政厅
                    BY_EARLIER_RULE   = 责任单位中排第一位的为牵头单位。（一）建灯。做好。（责任单位：省科技厅、省财政厅）
                    TWO_ROLES         = （一）建灯。做好。（省科技厅牵头，省财政厅、省科技厅配合）
                    SEVERAL_DEADLINES = （一）建灯。2024年底前动工，2025年底前建成。（责任单位：省科技厅）
                    UNREADABLE_NAME   = （一）建灯。做好。（责任单位：负责的和以后成立的省科技厅）
                    """)
    void warns(Warning.Kind kind, String text) {
        List<ExtractedTask> tasks =
                Extractor.extract(Source.of(text)).getFirst().tasks();

        assertThat(tasks).hasSize(1);
        assertThat(tasks.getFirst().warnings()).extracting(Warning::kind).contains(kind);
    }

    @ParameterizedTest
    @CsvSource({"NO_NAME, true", "UNREADABLE_NAME, true", "OPEN_LIST, false", "GROUP, false", "BY_EARLIER_RULE, false"})
    void onlyMissingOrUnreadableNamesBlock(Warning.Kind kind, boolean blocking) {
        assertThat(kind.blocking()).isEqualTo(blocking);
    }
}
