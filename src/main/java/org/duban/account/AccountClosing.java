package org.duban.account;

/**
 * An account is about to be closed; published and heard inside the transaction that closes it. Whoever has work that only
 * this person could do refuses with {@link org.duban.base.Refusal}, and the account stays open. Listeners lock departments
 * before directives.
 */
public record AccountClosing(Account account) {}
