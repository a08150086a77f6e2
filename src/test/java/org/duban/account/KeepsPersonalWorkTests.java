package org.duban.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Set;
import org.duban.base.Refusal;
import org.junit.jupiter.api.Test;

/** What a feature says of its own work decides whether an account may be closed. */
class KeepsPersonalWorkTests {

    private static final Account LEAVING =
            new Account(new AccountId(1), "leaving", "张三", null, Set.of(Role.LEADER), true);

    @Test
    void refusesWhereNobodyElseCouldDoSomething() {
        KeepsPersonalWork keeper =
                new KeepsPersonalWork(List.of(waiting("甲", false), waiting("乙", true), waiting("丙", true)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> keeper.on(new AccountClosing(LEAVING)))
                .satisfies(refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo("refusal.account.personalWork");
                    assertThat(refusal.arguments()).containsExactly("乙", 2);
                });
    }

    @Test
    void letsGoWhereOthersCould() {
        KeepsPersonalWork keeper = new KeepsPersonalWork(List.of(waiting("甲", false)));
        assertThatCode(() -> keeper.on(new AccountClosing(LEAVING))).doesNotThrowAnyException();
    }

    private static PersonalWork waiting(String label, boolean nobodyElse) {
        return new PersonalWork() {
            @Override
            public List<PersonalItem> whatWaitsFor(Account person) {
                return List.of(new PersonalItem("ITEM", 1, label, nobodyElse));
            }

            @Override
            public List<PersonalItem> handOver(Account from, Account to, Act act) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
