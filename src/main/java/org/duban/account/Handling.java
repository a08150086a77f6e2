package org.duban.account;

import java.time.Instant;

/** Who did something, and when. */
public record Handling(AccountId by, Instant at) {}
