package org.duban.base;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/**
 * Refuses a MySQL or MariaDB database whose text comparison ignores case, accents or width, before any table is made
 * there: a clause （一） and a clause (一) are two, and names of departments are taken literally.
 */
@Component
class ComparesExactly implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            if (!"MySQL".equals(context.getConnection().getMetaData().getDatabaseProductName())) {
                return;
            }
            try (ResultSet row = statement.executeQuery("SELECT @@collation_database")) {
                row.next();
                String collation = row.getString(1);
                if (!collation.startsWith("utf8mb4") || !collation.endsWith("_bin")) {
                    throw new FlywayException("The database compares text by " + collation
                            + "; make it with CHARACTER SET utf8mb4 COLLATE utf8mb4_bin");
                }
            }
        } catch (SQLException unreadable) {
            throw new FlywayException("The database's collation can't be read", unreadable);
        }
    }

    @Override
    public String getCallbackName() {
        return "compares-exactly";
    }
}
