package org.duban.account;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.base.Refusal;

/** Which passwords are accepted, and new ones that are. */
public final class Passwords {

    /** Shorter passwords are refused. */
    public static final int SHORTEST = 8;

    /** In bytes of UTF-8: bcrypt hashes no more. */
    public static final int LONGEST_BYTES = 72;

    /** Of small letters, capital letters, digits and everything else, so many must occur. */
    public static final int KINDS = 3;

    private static final SecureRandom RANDOM = new SecureRandom();

    /** Without characters that are mistaken for another when read aloud or copied by hand. */
    private static final List<String> ALPHABETS =
            List.of("abcdefghjkmnpqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789");

    private static final int GENERATED_LENGTH = 14;

    private Passwords() {}

    /** A new random password of 14 letters and digits, which {@link #require} accepts. */
    public static String generate() {
        List<Character> characters = new ArrayList<>();
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            String alphabet = ALPHABETS.get(i % ALPHABETS.size());
            characters.add(alphabet.charAt(RANDOM.nextInt(alphabet.length())));
        }
        Collections.shuffle(characters, RANDOM);
        return characters.stream().map(String::valueOf).collect(Collectors.joining());
    }

    /** @throws Refusal if the password is too short, too long, too uniform or contains the user name */
    static void require(String username, String password) {
        if (password == null || password.length() < SHORTEST) {
            throw new Refusal("refusal.account.passwordTooShort", SHORTEST);
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            throw new Refusal("refusal.account.passwordTooLong", LONGEST_BYTES);
        }
        if (kinds(password) < KINDS) {
            throw new Refusal("refusal.account.passwordTooSimple", KINDS);
        }
        if (password.toLowerCase(Locale.ROOT).contains(username)) {
            throw new Refusal("refusal.account.passwordHasUsername");
        }
    }

    private static long kinds(String password) {
        IntPredicate other = character ->
                !Character.isLowerCase(character) && !Character.isUpperCase(character) && !Character.isDigit(character);
        return Stream.<IntPredicate>of(Character::isLowerCase, Character::isUpperCase, Character::isDigit, other)
                .filter(kind -> password.chars().anyMatch(kind))
                .count();
    }
}
