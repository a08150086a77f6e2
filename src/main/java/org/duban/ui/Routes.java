package org.duban.ui;

import org.duban.base.Ids;

/** Addresses of pages, for links between features that do not know each other's views. */
public final class Routes {

    public static final String INBOX = "";
    public static final String TASKS = "tasks";
    public static final String TASK = "tasks/:id";
    public static final String REPORT = "reports/:id";
    public static final String CONTRIBUTION = "contributions/:id";
    public static final String REVIEWS = "reviews";
    public static final String OVERDUE = "overdue";
    public static final String SCORES = "scores";
    public static final String DIRECTIVES = "directives";
    public static final String DIRECTIVE = "directives/:id";
    public static final String IMPORT = "directives/import";
    public static final String TABLE = "directives/:id/table";
    public static final String ACCOUNTS = "accounts";
    public static final String CALENDAR = "calendar";
    public static final String RULES = "rules";
    public static final String WATCHDOG = "watchdog";
    public static final String LOGIN = "login";
    public static final String NEW_PASSWORD = "password";

    private Routes() {}

    public static String task(long id) {
        return "tasks/" + Ids.format(id);
    }

    /** The key tasks of a directive; more filters may follow, each after an ampersand. */
    public static String tasksOf(long directiveId) {
        return "tasks?directive=" + Ids.format(directiveId);
    }

    public static String report(long id) {
        return "reports/" + Ids.format(id);
    }

    public static String contribution(long id) {
        return "contributions/" + Ids.format(id);
    }

    /** The lines of a department in the running ledger. */
    public static String scoresOf(long departmentId) {
        return SCORES + "?department=" + Ids.format(departmentId);
    }

    public static String directive(long id) {
        return "directives/" + Ids.format(id);
    }

    /** Where the table of a directive is checked beside its source. */
    public static String table(long directiveId) {
        return directive(directiveId) + "/table";
    }
}
