package org.duban.startup;

import java.util.Map;
import java.util.Optional;
import org.duban.account.Account;
import org.duban.account.CurrentCaller;
import org.duban.directive.DirectiveId;
import org.duban.directive.Directives;
import org.duban.organisation.Departments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether everything is in place for the demo story to begin. */
@Component
class DemoStage {

    private final Directives directives;
    private final Departments departments;
    private final DemoAccounts demoAccounts;
    private final JdbcClient jdbc;

    DemoStage(Directives directives, Departments departments, DemoAccounts demoAccounts, JdbcClient jdbc) {
        this.directives = directives;
        this.departments = departments;
        this.demoAccounts = demoAccounts;
        this.jdbc = jdbc;
    }

    /**
     * Why the story can't begin; nothing if it can.
     *
     * @param cast the user name of its supervisor by the slug of each directive that the story needs
     */
    Optional<String> obstacle(Map<String, String> cast) {
        // the people of the demo would go about any work there is, months before it began
        if (jdbc.sql("SELECT COUNT(*) FROM directive WHERE state <> 'DRAFT'")
                        .query(Integer.class)
                        .single()
                > 0) {
            return Optional.of("somebody launched a directive before");
        }
        if (demoAccounts.byDepartment().size()
                < departments.search("", 0, Integer.MAX_VALUE).size()) {
            return Optional.of("there are departments without demo accounts");
        }
        return cast.entrySet().stream()
                .flatMap(each -> obstacle(each.getKey(), each.getValue()).stream())
                .findFirst();
    }

    private Optional<String> obstacle(String slug, String username) {
        Optional<DirectiveId> directive = directives.bySlugAsSystem(slug);
        if (directive.isEmpty()) {
            return Optional.of("directive " + slug + " is not there");
        }
        Optional<Account> supervisor = demoAccounts.supervisor(username);
        if (supervisor.isEmpty()) {
            return Optional.of("supervisor " + username + " is not there");
        }
        return CurrentCaller.runAs(supervisor.get().asCaller(), () -> {
            if (!directives.supervisedByCaller(directive.get())) {
                return Optional.of(username + " does not supervise directive " + slug);
            }
            return directives.summary(directive.get()).launchable() == 0
                    ? Optional.of("directive " + slug + " has no row to launch")
                    : Optional.empty();
        });
    }
}
