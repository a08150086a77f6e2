package org.duban.administration;

import java.util.List;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.rule.DecisionTable;
import org.duban.rule.TableCheck;
import org.duban.rule.TableDifference;
import org.duban.rule.TableGuard;
import org.duban.rule.TableReader;
import org.duban.rule.TableVersion;
import org.duban.rule.TableVersions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 规则, for the system administrator: reads the decision tables and changes them. A change is a new version; what was decided
 * by an earlier one stays decided.
 */
@Service
public class DecisionRules {

    private final TableVersions versions;
    private final List<TableGuard> guards;
    private final CurrentCaller caller;

    DecisionRules(TableVersions versions, List<TableGuard> guards, CurrentCaller caller) {
        this.versions = versions;
        this.guards = guards;
        this.caller = caller;
    }

    /** The newest version of each table. */
    @Transactional(readOnly = true)
    public List<TableVersion> tables() {
        caller.require(Role.SYSADMIN);
        return versions.newest();
    }

    /** All versions of a table, the newest first. */
    @Transactional(readOnly = true)
    public List<TableVersion> versions(String table) {
        caller.require(Role.SYSADMIN);
        return versions.of(table);
    }

    /**
     * The table that stands in a file, if it could be deployed.
     *
     * @throws Refusal that names the row, if it is not sound, changes nothing, or is no table that anybody decides by
     */
    @Transactional(readOnly = true)
    public DecisionTable read(byte[] file) {
        caller.require(Role.SYSADMIN);
        return checked(TableReader.read(file));
    }

    /** Like {@link #read}, for a table that was changed on the page. */
    @Transactional(readOnly = true)
    public void check(DecisionTable table) {
        caller.require(Role.SYSADMIN);
        checked(table);
    }

    /** As it would be deployed. */
    private DecisionTable checked(DecisionTable typed) {
        DecisionTable newest = versions.newest().stream()
                .map(TableVersion::table)
                .filter(each -> each.key().equals(typed.key()))
                .findFirst()
                .orElseThrow(() -> new Refusal("refusal.table.unknown", typed.key()));
        DecisionTable table = TableCheck.canonical(typed);
        if (!table.standsInFor(newest)) {
            throw new Refusal("refusal.table.otherColumns", newest.name());
        }
        guards.stream().filter(guard -> guard.table().equals(table.key())).forEach(guard -> guard.check(table));
        if (table.rows().size() == newest.rows().size()
                && TableDifference.between(newest, table).stream()
                        .allMatch(line -> line.kind() == TableDifference.Kind.SAME)) {
            throw new Refusal("refusal.table.unchanged", newest.name());
        }
        return table;
    }

    /**
     * Makes the table the one by which everybody decides.
     *
     * @param follows the version that it was compared with
     * @throws Refusal as {@link #check}, and if another version was deployed meanwhile
     */
    @Transactional
    public void deploy(DecisionTable table, int follows) {
        Caller me = caller.require(Role.SYSADMIN);
        versions.deploy(checked(table), follows, me.displayName());
    }
}
