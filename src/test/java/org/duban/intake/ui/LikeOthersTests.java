package org.duban.intake.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.directive.DirectiveId;
import org.duban.directive.DivisionRow;
import org.duban.directive.DivisionRowId;
import org.duban.task.KeyTaskId;
import org.duban.task.SimilarTask;
import org.junit.jupiter.api.Test;

class LikeOthersTests {

    private static final SimilarTask TASK =
            new SimilarTask(new KeyTaskId(7), "3", "推进试点", new DirectiveId(8), "方案", 90);

    private final List<String> asked = new ArrayList<>();

    private final LikeOthers likeOthers = new LikeOthers(rows -> {
        rows.forEach(row -> asked.add(row.title()));
        return rows.stream()
                .filter(row -> row.title().contains("试点"))
                .collect(java.util.stream.Collectors.toMap(DivisionRow::id, row -> List.of(TASK)));
    });

    @Test
    void asksAgainOnlyForRowsThatSaySomethingElse() {
        assertThat(likeOthers.of(List.of(row(1, "推进试点", null), row(2, "开展检查", null))))
                .isEqualTo(Map.of(new DivisionRowId(1), List.of(TASK)));
        assertThat(likeOthers.of(List.of(row(1, "推进试点", null), row(2, "开展试点", null))))
                .containsOnlyKeys(new DivisionRowId(1), new DivisionRowId(2));
        assertThat(likeOthers.of(List.of(row(1, "推进", null), row(2, "开展试点", null))))
                .containsOnlyKeys(new DivisionRowId(2));

        assertThat(asked).containsExactly("推进试点", "开展检查", "开展试点", "推进");
    }

    @Test
    void leavesOutWhatIsGoneOrLaunched() {
        likeOthers.of(List.of(row(1, "推进试点", null), row(2, "开展试点", null)));

        assertThat(likeOthers.of(List.of(row(1, "推进试点", new DivisionRow.Launched(9, "GREEN", null, null, false)))))
                .isEmpty();
    }

    private static DivisionRow row(long id, String title, DivisionRow.Launched launched) {
        return new DivisionRow(
                new DivisionRowId(id),
                0,
                "1",
                title,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                false,
                0,
                launched);
    }
}
