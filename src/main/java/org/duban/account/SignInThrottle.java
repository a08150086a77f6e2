package org.duban.account;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.duban.base.Refusal;
import org.springframework.stereotype.Component;

/**
 * Limits how often passwords can be guessed: {@value #PER_NAME} wrong ones for a user name, and {@value #PER_ADDRESS}
 * from an address, within {@link #WINDOW}; further tries are refused before the password is looked at, until the first
 * of those lies that far back. Names without an account are counted alike, so that a refusal tells nothing about them.
 * A try counts as wrong from its beginning, so that many at once are no way around.
 *
 * <p>Nobody can lock an account for good from outside. Strangers who keep a name refused do so for strangers alone: a
 * browser from which the account has signed in with its present password carries a mark of it, and is counted apart,
 * by neither the strangers' tries at the name nor those of its address; so is whoever is signed in and changes the
 * password. Where no browser is known, as at the very first sign-in, the owner waits for {@link #WINDOW} at most after
 * the strangers have been stopped.
 *
 * <p>Each server counts for itself and forgets with its end: on several servers a guesser has as many times the tries.
 * Memory is bounded; counting {@value #MOST_KEYS} other names takes the limit per address many times over.
 */
@Component
public class SignInThrottle {

    static final int PER_NAME = 5;
    static final int PER_ADDRESS = 50;
    static final Duration WINDOW = Duration.ofMinutes(15);
    static final int MOST_KEYS = 20_000;

    private static final int LONGEST_NAME = 60;

    /** So written it is never looked up as the name of a host. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]+");

    private final Tries byName = new Tries(PER_NAME, WINDOW, MOST_KEYS);
    private final Tries byAddress = new Tries(PER_ADDRESS, WINDOW, MOST_KEYS);
    private final Tries byKnownBrowser = new Tries(PER_NAME, WINDOW, MOST_KEYS);
    private final Tries byOwner = new Tries(PER_NAME, WINDOW, MOST_KEYS);
    private final Clock clock;

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** A try that counts as wrong until it is taken back. */
    public interface Try {
        void takeBack();
    }

    /**
     * Counts a try of somebody of whom nothing is known.
     *
     * @param username as typed
     * @param address of the other side; of IPv6 the first half, since whoever has one has all of the rest
     * @throws Refusal with the minutes to wait, if there were too many
     */
    public Try byStranger(String username, String address) {
        Instant now = clock.instant();
        String place = network(address);
        admit(byAddress, place, now);
        Try fromPlace = () -> byAddress.takeBack(place, now);
        try {
            admit(byName, name(username), now);
        } catch (Refusal refused) {
            fromPlace.takeBack();
            throw refused;
        }
        return () -> {
            fromPlace.takeBack();
            byName.takeBack(name(username), now);
        };
    }

    /** Counts a try from a browser that the account has signed in from. @throws Refusal as {@link #byStranger} */
    public Try byKnownBrowser(String username) {
        return counted(byKnownBrowser, name(username));
    }

    /** Counts a try in a session of the account. @throws Refusal as {@link #byStranger} */
    Try byOwner(AccountId account) {
        return counted(byOwner, String.valueOf(account.value()));
    }

    private Try counted(Tries tries, String key) {
        Instant now = clock.instant();
        admit(tries, key, now);
        return () -> tries.takeBack(key, now);
    }

    private static void admit(Tries tries, String key, Instant now) {
        Duration wait = tries.count(key, now);
        if (!wait.isZero()) {
            throw new Refusal(
                    "refusal.account.tooManyTries", wait.plusSeconds(59).toMinutes());
        }
    }

    /** No longer than the name of an account can be, so that long ones take no memory. */
    private static String name(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return name.substring(0, Math.min(name.length(), LONGEST_NAME + 1));
    }

    private static String network(String address) {
        if (!IPV6.matcher(address).matches()) {
            return address;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(bytes, bytes.length / 2));
        } catch (UnknownHostException malformed) {
            return address;
        }
    }
}
