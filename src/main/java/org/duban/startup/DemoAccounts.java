package org.duban.startup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.account.Account;
import org.duban.account.Accounts;
import org.duban.account.Role;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.organisation.Department;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The people of the demo: two supervisors, a leader, an administrator, and two for each department. */
@Component
class DemoAccounts {

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

    /** Opens them in a database without accounts, all with one password, and entrusts the directives. */
    @Transactional
    public void open() {
        if (!accounts.isEmpty()) {
            return;
        }
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
        entrustAll();
    }

    private void entrustAll() {
        Account supervisor = accounts.byUsernameAsSystem(SUPERVISOR).orElseThrow();
        Account ofLiaoning = accounts.byUsernameAsSystem(SUPERVISOR_OF_LIAONING).orElseThrow();
        List<DirectiveId> all = jdbc.sql("SELECT id FROM directive ORDER BY id")
                .query((row, number) -> new DirectiveId(row.getLong("id")))
                .list();
        for (DirectiveId id : all) {
            boolean liaoning = directives.getAsSystem(id).jurisdiction().equals(texts.name("liaoning"));
            directives.entrustAsSystem(id, liaoning ? ofLiaoning.id() : supervisor.id());
        }
    }

    /** The people of the departments, by department. */
    record Pair(Account staff, Account head) {}

    Map<DepartmentId, Pair> byDepartment() {
        Map<DepartmentId, Pair> pairs = new HashMap<>();
        for (Department department : departments.search("", 0, Integer.MAX_VALUE)) {
            accounts.byUsernameAsSystem("staff." + department.code())
                    .ifPresent(staff -> pairs.put(
                            department.id(),
                            new Pair(
                                    staff,
                                    accounts.byUsernameAsSystem("head." + department.code())
                                            .orElseThrow())));
        }
        return pairs;
    }
}
