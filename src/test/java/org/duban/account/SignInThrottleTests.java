package org.duban.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.duban.base.MovableClock;
import org.duban.base.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInThrottleTests {

    private static final String ADDRESS = "192.0.2.1";

    private final MovableClock clock = new MovableClock(ZoneOffset.UTC, Duration.ZERO);
    private final SignInThrottle throttle = new SignInThrottle(clock);

    @BeforeEach
    void stopTheClock() {
        clock.travelTo(Instant.parse("2026-03-02T01:00:00Z"));
    }

    @Test
    void refusesANameAfterFiveWrongPasswordsUntilTheFirstLiesFarEnoughBack() {
        throttle.byStranger("zhang", ADDRESS);
        clock.advance(Duration.ofMinutes(10));
        for (int i = 1; i < SignInThrottle.PER_NAME; i++) {
            throttle.byStranger(" Zhang ", "192.0.2." + (10 + i));
        }
        assertThatThrownBy(() -> throttle.byStranger("zhang", ADDRESS))
                .isInstanceOfSatisfying(Refusal.class, refusal -> {
                    assertThat(refusal.messageKey()).isEqualTo("refusal.account.tooManyTries");
                    assertThat(refusal.arguments()).containsExactly(5L);
                });
        assertThatCode(() -> throttle.byStranger("wang", ADDRESS)).doesNotThrowAnyException();

        clock.advance(Duration.ofMinutes(5));
        throttle.byStranger("zhang", ADDRESS);
        refused("zhang", ADDRESS);
    }

    @Test
    void letsWaitingEndEvenWhileStrangersGoOn() {
        exhaust("zhang");
        for (int minute = 0; minute < 15; minute++) {
            refused("zhang", ADDRESS);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThatCode(() -> throttle.byStranger("zhang", ADDRESS)).doesNotThrowAnyException();
    }

    @Test
    void countsNoRightPassword() {
        for (int i = 0; i < 3 * SignInThrottle.PER_ADDRESS; i++) {
            throttle.byStranger("zhang", ADDRESS).takeBack();
        }
        assertThatCode(() -> throttle.byStranger("zhang", ADDRESS)).doesNotThrowAnyException();
    }

    @Test
    void letsNoStrangerStopTheOwner() {
        exhaust("zhang");
        refused("zhang", ADDRESS);
        assertThatCode(() -> throttle.byKnownBrowser("zhang").takeBack()).doesNotThrowAnyException();
        assertThatCode(() -> throttle.byOwner(new AccountId(1)).takeBack()).doesNotThrowAnyException();
    }

    @Test
    void refusesAKnownBrowserThatGuesses() {
        for (int i = 0; i < SignInThrottle.PER_NAME; i++) {
            throttle.byKnownBrowser("zhang");
        }
        assertThatThrownBy(() -> throttle.byKnownBrowser("zhang")).isInstanceOf(Refusal.class);
    }

    @Test
    void refusesAnAddressThatTriesManyNames() {
        for (int i = 0; i < SignInThrottle.PER_ADDRESS; i++) {
            throttle.byStranger("name" + i, ADDRESS);
        }
        refused("zhang", ADDRESS);
        assertThatCode(() -> throttle.byStranger("zhang", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void takesANetworkOfTheNewProtocolForOneAddress() {
        for (int i = 0; i < SignInThrottle.PER_ADDRESS; i++) {
            throttle.byStranger("name" + i, "2001:db8::" + Integer.toHexString(i + 1) + ":1");
        }
        refused("zhang", "2001:db8:0:0:ffff:0:0:1");
        assertThatCode(() -> throttle.byStranger("zhang", "2001:db8:0:1::1")).doesNotThrowAnyException();
    }

    @Test
    void countsNothingAtTheNameForAnAddressThatIsRefused() {
        for (int i = 0; i < SignInThrottle.PER_ADDRESS; i++) {
            throttle.byStranger("name" + i, ADDRESS);
        }
        for (int i = 0; i < SignInThrottle.PER_NAME; i++) {
            refused("zhang", ADDRESS);
        }
        assertThatCode(() -> throttle.byStranger("zhang", "192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void forgetsTheLongestUnusedKeysInsteadOfGrowing() {
        Tries tries = new Tries(1, Duration.ofMinutes(1), 2);
        Instant now = clock.instant();
        tries.count("a", now);
        tries.count("b", now);
        tries.count("a", now);
        tries.count("c", now);
        assertThat(tries.count("a", now)).isPositive();
        assertThat(tries.count("b", now)).as("forgotten").isZero();
    }

    @Test
    void isNotStoppedByAClockThatIsSetBack() {
        exhaust("zhang");
        clock.travelTo(clock.instant().minus(Duration.ofDays(1)));
        assertThatCode(() -> throttle.byStranger("zhang", ADDRESS)).doesNotThrowAnyException();
    }

    private void exhaust(String name) {
        for (int i = 0; i < SignInThrottle.PER_NAME; i++) {
            throttle.byStranger(name, ADDRESS);
        }
    }

    private void refused(String name, String address) {
        assertThatThrownBy(() -> throttle.byStranger(name, address)).isInstanceOf(Refusal.class);
    }
}
