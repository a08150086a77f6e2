package org.duban.account;

import java.time.Instant;

/**
 * Who did something, and when.
 *
 * @param behalf for whom, where the own authority was not enough; else {@code null}
 */
public record Handling(AccountId by, AccountId behalf, Instant at) {

    public Handling(AccountId by, Instant at) {
        this(by, null, at);
    }

    /** @param behalf an identifier, or {@code null} */
    public static Handling of(long by, Long behalf, Instant at) {
        return new Handling(new AccountId(by), behalf == null ? null : new AccountId(behalf), at);
    }
}
