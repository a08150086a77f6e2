package org.duban.account;

/** An account can sign in from now on, so that work may have somebody to do it which had nobody; published before the commit. */
public record AccountOpened(AccountId account) {}
