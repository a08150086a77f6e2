package org.duban.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.duban.rule.DecisionTable.Input;
import org.duban.rule.DecisionTable.Output;
import org.duban.rule.DecisionTable.Type;
import org.junit.jupiter.api.Test;

class ChoicesTests {

    private static final Choices WORDS = choices(Type.STRING, "\"A\", \"B\",\"C\"");

    @Test
    void listsWhatThereIsToChooseFrom() {
        assertThat(WORDS.all()).containsExactly("A", "B", "C");
        assertThat(choices(Type.BOOLEAN, null).all()).containsExactly("false", "true");
        assertThat(choices(Type.INTEGER, "[0..4]").all()).containsExactly("0", "1", "2", "3", "4");
    }

    @Test
    void hasNoneWhereValuesAreTooManyOrFree() {
        assertThat(Choices.of(new Input("days", "", Type.INTEGER, ">= 0"))).isEmpty();
        assertThat(Choices.of(new Output("points", "", Type.INTEGER, "[-100..100]")))
                .isEmpty();
        assertThat(Choices.of(new Output("rule", "", Type.STRING, null))).isEmpty();
    }

    @Test
    void readsACellAsValues() {
        assertThat(WORDS.read("\"C\", \"A\"")).contains(List.of("C", "A"));
        assertThat(WORDS.read("-")).contains(List.of());
        assertThat(WORDS.read("")).contains(List.of());
        assertThat(WORDS.read("\"D\"")).isEmpty();
        assertThat(choices(Type.INTEGER, "[0..4]").read(">= 3, 0")).contains(List.of("3", "4", "0"));
        assertThat(choices(Type.INTEGER, "[0..4]").read("> 4")).isEmpty();
    }

    @Test
    void writesValuesAsACellThatSaysTheSame() {
        assertThat(WORDS.write(Set.of("C", "A"))).isEqualTo("\"A\",\"C\"");
        assertThat(WORDS.write(Set.of())).isEqualTo("-");
        Choices levels = choices(Type.INTEGER, "[0..4]");
        assertThat(levels.write(levels.read("< 2").orElseThrow())).isEqualTo("0,1");
        assertThat(choices(Type.BOOLEAN, null).write(Set.of("true"))).isEqualTo("true");
    }

    private static Choices choices(Type type, String allowed) {
        return Optional.of(new Input("column", "", type, allowed))
                .flatMap(Choices::of)
                .orElseThrow();
    }
}
