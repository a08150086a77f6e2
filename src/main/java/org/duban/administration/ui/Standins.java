package org.duban.administration.ui;

import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.function.SerializableRunnable;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.duban.account.Account;
import org.duban.account.AccountId;
import org.duban.account.Accounts;
import org.duban.account.HandOvers;
import org.duban.account.Staffing;
import org.duban.account.Substitution;
import org.duban.account.Substitutions;
import org.duban.base.WorkingCalendar;
import org.duban.ui.Formats;
import org.duban.ui.SubstitutionDialog;

/** What the list of accounts offers for those who are away, and for those who leave. */
record Standins(Substitutions substitutions, HandOvers handOvers, WorkingCalendar calendar, Formats formats) {

    Map<AccountId, Substitution> nextOf(Collection<AccountId> accounts) {
        return substitutions.nextOf(accounts);
    }

    Dialog substitution(Account account) {
        return new SubstitutionDialog(substitutions, calendar, account.id(), account.displayName());
    }

    Optional<Staffing.Lack> lackWithout(Account leaving) {
        return handOvers.lackWithout(leaving.id());
    }

    WorkHandOverDialog handOver(Accounts accounts, Account leaving, SerializableRunnable done) {
        return new WorkHandOverDialog(handOvers, accounts, formats, leaving, done);
    }
}
