package org.duban.administration.ui;

import com.vaadin.flow.component.UI;
import java.util.ArrayList;
import java.util.List;
import org.duban.base.Ids;
import org.duban.watchdog.Trouble;
import org.duban.watchdog.Trouble.Group;
import org.duban.watchdog.Trouble.Kind;

/** Troubles in words. */
final class TroubleTexts {

    private TroubleTexts() {}

    static String group(Group group) {
        return text("watchdog.group." + group);
    }

    static String subject(Trouble trouble) {
        return switch (trouble.key().kind()) {
            case DEPARTMENT, HEADLESS -> trouble.who();
            case DIRECTIVE -> trouble.where().directive();
            case JOB -> text("watchdog.job." + trouble.what());
            case ROUND_ITEM -> text("watchdog.round." + trouble.what());
            case PERIODS -> text("watchdog.periods." + trouble.what());
            default -> text("watchdog.subject." + trouble.key().kind());
        };
    }

    /** Where it belongs and by which number the log and support know it; empty where the subject says it all. */
    static String place(Trouble trouble) {
        Kind kind = trouble.key().kind();
        List<String> parts = new ArrayList<>();
        if (trouble.where() != null && kind != Kind.DIRECTIVE) {
            parts.add(trouble.where().directive());
            if (trouble.where().taskNo() != null) {
                parts.add(text("watchdog.row", trouble.where().taskNo()));
            }
        }
        if (trouble.who() != null && kind != Kind.DEPARTMENT && kind != Kind.HEADLESS) {
            parts.add(trouble.who());
        }
        if (kind == Kind.SURPLUS_WAIT) {
            parts.add(text("watchdog.reference", trouble.key().id()));
        } else if (kind.group() == Group.STALLED && trouble.where() != null) {
            parts.add(text(
                    "watchdog.reference",
                    Ids.format(Long.parseLong(trouble.key().id()))));
        }
        return String.join(" · ", parts);
    }

    static String situation(Trouble trouble) {
        return switch (trouble.key().kind()) {
            case DEPARTMENT -> text("watchdog.case.DEPARTMENT", trouble.figure());
            case HEADLESS -> text("watchdog.case.HEADLESS", trouble.figure());
            case DIRECTIVE -> text("watchdog.case.DIRECTIVE", trouble.figure());
            case LEADERS -> text("watchdog.case.LEADERS", trouble.figure());
            case DUTY,
                    TRANSFER,
                    REPORT,
                    CONTRIBUTION,
                    EXTENSION,
                    SCORE_APPEAL,
                    INSTRUCTION,
                    ANSWER,
                    RECEIPT,
                    URGE,
                    KEY_TASK,
                    SUSPENSION,
                    COUNTERSIGNATURE -> text("watchdog.case." + trouble.what());
            case SURPLUS_WAIT, SURPLUS_ITEM, PERIODS, DAILY_ROUND ->
                text("watchdog.case." + trouble.key().kind());
            case JOB ->
                trouble.figure() > 0 ? text("watchdog.case.JOB", trouble.figure()) : text("watchdog.case.JOB_GIVEN_UP");
            case ROUND_ITEM -> text("watchdog.case.ROUND_ITEM", trouble.figure());
        };
    }

    static String text(String key, Object... arguments) {
        return UI.getCurrent().getTranslation(key, arguments);
    }
}
