package org.duban.support;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.duban.base.BusinessStart;
import org.springframework.stereotype.Component;

/**
 * Makes a database as empty as after its first start, so that a test may begin on any day: no key task, instance or timer
 * of another test is there.
 */
@Component
public class EmptyWorld {

    private static final String OF_INSTANCES = " WHERE EXECUTION_ID_ IS NOT NULL";

    private final DataSource dataSource;
    private final BusinessStart business;

    EmptyWorld(DataSource dataSource, BusinessStart business) {
        this.dataSource = dataSource;
        this.business = business;
    }

    /** To be called with the clock where the test begins: the daily round starts from there. */
    public void begin() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            boolean h2 = connection.getMetaData().getDatabaseProductName().equals("H2");
            statement.execute(h2 ? "SET REFERENTIAL_INTEGRITY FALSE" : "SET FOREIGN_KEY_CHECKS = 0");
            for (String table : tables(connection)) {
                statement.executeUpdate("DELETE FROM " + table + (startsProcesses(table) ? OF_INSTANCES : ""));
            }
            statement.execute(h2 ? "SET REFERENTIAL_INTEGRITY TRUE" : "SET FOREIGN_KEY_CHECKS = 1");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        business.begin();
    }

    /** All rows of all tables, for comparing before and after. */
    public Map<String, List<String>> content() {
        Map<String, List<String>> content = new TreeMap<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            for (String table : tables(connection)) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    content.put(table.toUpperCase(Locale.ROOT), rows(rows));
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return content;
    }

    private static List<String> rows(ResultSet rows) throws SQLException {
        List<String> all = new ArrayList<>();
        while (rows.next()) {
            StringBuilder row = new StringBuilder();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                row.append(rows.getString(column)).append('|');
            }
            all.add(row.toString());
        }
        Collections.sort(all);
        return all;
    }

    /** The deployment put there by which messages processes begin. */
    private static boolean startsProcesses(String table) {
        return table.equalsIgnoreCase("act_ru_event_subscr");
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
            while (found.next()) {
                String table = found.getString("TABLE_NAME");
                if (!deployed(table.toLowerCase(Locale.ROOT))) {
                    tables.add(table);
                }
            }
        }
        return tables;
    }

    /** What the migrations and the deployment of the models wrote. */
    private static boolean deployed(String table) {
        return table.equals("flyway_schema_history")
                || table.startsWith("calendar_")
                || table.equals("act_ru_jobdef")
                || table.startsWith("act_re_")
                || table.startsWith("act_ge_");
    }
}
