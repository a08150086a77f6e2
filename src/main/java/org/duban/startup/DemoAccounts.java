package org.duban.startup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.Role;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the demo: two supervisors, a leader, an administrator, and two for each department. */
@Component
class DemoAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(DemoAccounts.class);

    static final String PASSWORD = "duban-demo";
    static final String SUPERVISOR = "supervisor";
    static final String SUPERVISOR_OF_LIAONING = "supervisor.ln";

    private final Accounts accounts;
    private final Departments departments;
    private final Directives directives;
    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final DemoTexts texts;

    DemoAccounts(
            Accounts accounts,
            Departments departments,
            Directives directives,
            JdbcClient jdbc,
            PasswordEncoder encoder,
            DemoTexts texts) {
        this.accounts = accounts;
        this.departments = departments;
        this.directives = directives;
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.texts = texts;
    }

    /**
     * Opens them in a database without accounts, all with one password. Whenever they are there, entrusts the directives
     * that nobody supervises: one may have been entered since.
     *
     * @return whether they are there; a database with other people's accounts is left as it is
     */
    @Transactional
    public boolean open() {
        if (accounts.isEmpty()) {
            openAll();
        }
        Optional<Account> national = supervisor(SUPERVISOR);
        Optional<Account> liaoning = supervisor(SUPERVISOR_OF_LIAONING);
        if (national.isEmpty() && liaoning.isEmpty()) {
            LOG.info("There are accounts, but not those of the demo: no demo accounts, no demo story");
            return false;
        }
        entrust(national, liaoning);
        return true;
    }

    /** A supervisor of the demo; not somebody else who chose that name. */
    Optional<Account> supervisor(String username) {
        return accounts.byUsernameAsSystem(username)
                .filter(account -> account.roles().contains(Role.SUPERVISOR));
    }

    private void openAll() {
        String hash = encoder.encode(PASSWORD);
        accounts.openAsSystem(SUPERVISOR, texts.name("supervisor"), hash, null, Set.of(Role.SUPERVISOR));
        accounts.openAsSystem(SUPERVISOR_OF_LIAONING, texts.name("supervisor.ln"), hash, null, Set.of(Role.SUPERVISOR));
        accounts.openAsSystem("leader", texts.name("leader"), hash, null, Set.of(Role.LEADER));
        accounts.openAsSystem("admin", texts.name("admin"), hash, null, Set.of(Role.SYSADMIN));
        for (Department department : departments.search("", 0, Integer.MAX_VALUE)) {
            accounts.openAsSystem(
                    "staff." + department.code(),
                    texts.name("staff", department.shortName()),
                    hash,
                    department.id(),
                    Set.of(Role.STAFF));
            accounts.openAsSystem(
                    "head." + department.code(),
                    texts.name("head", department.shortName()),
                    hash,
                    department.id(),
                    Set.of(Role.HEAD));
        }
    }

    private void entrust(Optional<Account> national, Optional<Account> liaoning) {
        List<DirectiveId> unsupervised = jdbc.sql(
                        """
                        SELECT id FROM directive d
                         WHERE NOT EXISTS (SELECT 1 FROM directive_supervisor s WHERE s.directive_id = d.id)
                         ORDER BY id""")
                .query((row, number) -> new DirectiveId(row.getLong("id")))
                .list();
        for (DirectiveId id : unsupervised) {
            boolean ofLiaoning = directives.getAsSystem(id).jurisdiction().equals(texts.name("liaoning"));
            (ofLiaoning ? liaoning : national).ifPresent(account -> directives.entrustAsSystem(id, account.id()));
        }
    }

    /** The people of the departments, by department. */
    record Pair(Account staff, Account head) {}

    Map<DepartmentId, Pair> byDepartment() {
        Map<DepartmentId, Pair> pairs = new HashMap<>();
        for (Department department : departments.search("", 0, Integer.MAX_VALUE)) {
            Optional<Account> staff = accounts.byUsernameAsSystem("staff." + department.code());
            Optional<Account> head = accounts.byUsernameAsSystem("head." + department.code());
            if (staff.isPresent() && head.isPresent()) {
                pairs.put(department.id(), new Pair(staff.get(), head.get()));
            }
        }
        return pairs;
    }
}
