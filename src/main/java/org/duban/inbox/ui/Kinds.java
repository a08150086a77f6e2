package org.duban.inbox.ui;

import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.QueryParameters;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.duban.account.Caller;
import org.duban.account.Role;
import org.duban.inbox.ItemKind;
import org.duban.inbox.OpenItem;
import org.duban.ui.Routes;

/** The kinds of work: for whom, under which word and sign, and where it is done. */
final class Kinds {

    static final String PARAMETER = "kind";

    private Kinds() {}

    /** What can wait for the caller at all, in the order of the work. */
    static Set<ItemKind> of(Caller caller) {
        Set<ItemKind> kinds = EnumSet.noneOf(ItemKind.class);
        if (caller.is(Role.STAFF) || caller.is(Role.HEAD)) {
            kinds.addAll(EnumSet.of(
                    ItemKind.ACKNOWLEDGE,
                    ItemKind.REPORT,
                    ItemKind.AMEND,
                    ItemKind.CONTRIBUTE,
                    ItemKind.ANSWER_INSTRUCTION,
                    ItemKind.COUNTERSIGN,
                    ItemKind.URGED,
                    ItemKind.RECEIVE_ESCALATION));
        }
        if (caller.is(Role.HEAD)) {
            kinds.addAll(ItemKind.FOR_HEADS);
        }
        if (caller.is(Role.SUPERVISOR)) {
            kinds.addAll(EnumSet.of(
                    ItemKind.DECIDE_DISPUTE,
                    ItemKind.DECIDE_SUCCESSION,
                    ItemKind.DECIDE_TRANSFER,
                    ItemKind.DECIDE_EXTENSION,
                    ItemKind.DECIDE_SCORE_APPEAL,
                    ItemKind.ASSIGN_INSTRUCTION,
                    ItemKind.REPORT_INSTRUCTION,
                    ItemKind.REVIEW,
                    ItemKind.VERIFY,
                    ItemKind.SITE_CHECK,
                    ItemKind.RESUME));
        }
        if (caller.is(Role.LEADER)) {
            kinds.add(ItemKind.CONFIRM_INSTRUCTION);
        }
        return kinds;
    }

    /** The kinds chosen in the address; all that are possible where it names none of them. */
    static Set<ItemKind> chosen(QueryParameters query, Set<ItemKind> possible) {
        List<String> named = query.getParameters(PARAMETER);
        Set<ItemKind> chosen = EnumSet.noneOf(ItemKind.class);
        possible.stream().filter(kind -> named.contains(kind.name())).forEach(chosen::add);
        return chosen.isEmpty() ? possible : chosen;
    }

    static String verbKey(ItemKind kind) {
        return "inbox.kind." + kind.name();
    }

    static VaadinIcon icon(ItemKind kind) {
        return switch (kind) {
            case ACKNOWLEDGE -> VaadinIcon.PENCIL;
            case SIGN_DISPUTE -> VaadinIcon.PENCIL;
            case REPORT -> VaadinIcon.FILE_TEXT_O;
            case AMEND -> VaadinIcon.ARROW_BACKWARD;
            case CONTRIBUTE, ASSIGN_INSTRUCTION, ANSWER_INSTRUCTION, REPORT_INSTRUCTION, CONFIRM_INSTRUCTION ->
                VaadinIcon.COMMENT_O;
            case APPROVE_REPORT -> VaadinIcon.CHECK;
            case SIGN_EXTENSION, DECIDE_EXTENSION -> VaadinIcon.CALENDAR_CLOCK;
            case COUNTERSIGN -> VaadinIcon.USERS;
            case URGED -> VaadinIcon.BELL;
            case RECEIVE_ESCALATION -> VaadinIcon.ENVELOPE_O;
            case DECIDE_DISPUTE, DECIDE_SCORE_APPEAL -> VaadinIcon.SCALE;
            case DECIDE_SUCCESSION, DECIDE_TRANSFER -> VaadinIcon.EXCHANGE;
            case REVIEW -> VaadinIcon.SEARCH;
            case VERIFY -> VaadinIcon.CHECK_SQUARE_O;
            case SITE_CHECK -> VaadinIcon.MAP_MARKER;
            case RESUME -> VaadinIcon.PLAY;
        };
    }

    /** The page on which the item is done. */
    static String address(OpenItem item) {
        return switch (item.kind()) {
            case REPORT, AMEND, APPROVE_REPORT, REVIEW -> Routes.report(item.subjectId());
            case CONTRIBUTE -> Routes.contribution(item.subjectId());
            case DECIDE_SCORE_APPEAL -> Routes.SCORES;
            case ACKNOWLEDGE,
                    SIGN_DISPUTE,
                    SIGN_EXTENSION,
                    ANSWER_INSTRUCTION,
                    COUNTERSIGN,
                    URGED,
                    RECEIVE_ESCALATION,
                    DECIDE_DISPUTE,
                    DECIDE_SUCCESSION,
                    DECIDE_TRANSFER,
                    DECIDE_EXTENSION,
                    ASSIGN_INSTRUCTION,
                    REPORT_INSTRUCTION,
                    VERIFY,
                    SITE_CHECK,
                    RESUME,
                    CONFIRM_INSTRUCTION -> Routes.task(item.keyTaskId());
        };
    }
}
