package org.duban.directive;

import org.duban.account.AccountId;

/**
 * A supervisor, as a directive's page names them.
 *
 * @param active whether the account can sign in
 */
public record Supervisor(AccountId id, String username, String displayName, boolean active) {}
