package org.duban.startup;

import org.duban.account.Accounts;
import org.duban.account.Passwords;
import org.duban.base.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens the administrator's account in a database that has none, so that somebody can open the others. */
@Component
class FirstAccount {

    static final String USERNAME = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAccount.class);

    private final Accounts accounts;
    private final TransactionTemplate transactions;

    FirstAccount(Accounts accounts, TransactionTemplate transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    /**
     * The password is printed once and kept nowhere but as a hash. It is printed before the account is committed: where
     * the server dies in between, the next start opens the account again. The other way round, nobody could ever sign in.
     */
    void open() {
        if (!accounts.isEmpty()) {
            return;
        }
        try {
            transactions.executeWithoutResult(status -> {
                String password = Passwords.generate();
                accounts.openFirstAsSystem(USERNAME, password);
                print(password);
            });
        } catch (Refusal taken) {
            if (accounts.isEmpty()) {
                throw taken;
            }
            LOG.info("Another server has opened the first account; its password stands in the output there");
        }
    }

    private static void print(String password) {
        System.out.printf(
                "%nFirst account: %s / %s (shown this once; to be changed at the first sign-in)%n", USERNAME, password);
        if (System.out.checkError()) {
            throw new IllegalStateException("The first account's password can't be printed, so it was not opened");
        }
    }
}
