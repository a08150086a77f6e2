package org.duban.directive;

import java.util.Optional;
import org.duban.account.Caller;
import org.duban.account.CurrentCaller;
import org.duban.account.HandledBefore;
import org.duban.account.Handling;
import org.duban.account.Role;
import org.duban.base.Refusal;
import org.duban.base.WorkChanged;
import org.duban.base.WorkingCalendar;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * The first and the last step of every edit of a table: of two who edit one directive the second waits for the first, and
 * what was edited is entered with a name, so that whoever comes too late learns it.
 */
@Component
class DraftAccess {

    private final DirectiveRepository directives;
    private final DivisionRowRepository rows;
    private final CurrentCaller caller;
    private final HandledBefore handledBefore;
    private final WorkingCalendar calendar;
    private final ApplicationEventPublisher events;

    DraftAccess(
            DirectiveRepository directives,
            DivisionRowRepository rows,
            CurrentCaller caller,
            HandledBefore handledBefore,
            WorkingCalendar calendar,
            ApplicationEventPublisher events) {
        this.directives = directives;
        this.rows = rows;
        this.caller = caller;
        this.handledBefore = handledBefore;
        this.calendar = calendar;
        this.events = events;
    }

    /**
     * The directive, locked, for its supervisors.
     *
     * @throws Refusal if it is not the caller's to edit, or its rows are being launched at this moment
     */
    Directive lock(DirectiveId id) {
        requireSupervision(id);
        Directive directive = directives.lock(id).orElseThrow(Refusal::notFound);
        if (directive.state() == Directive.State.LAUNCHING) {
            throw launchedBefore(id);
        }
        return directive;
    }

    void requireSupervision(DirectiveId id) {
        if (!directives.supervises(id, caller.require(Role.SUPERVISOR))) {
            throw Refusal.notFound();
        }
    }

    void requireSupervisor() {
        caller.require(Role.SUPERVISOR);
    }

    /** For everybody who sees the directive. @throws Refusal for others */
    Directive visible(DirectiveId id) {
        return directives.findVisible(id, caller.get()).orElseThrow(Refusal::notFound);
    }

    Caller me() {
        return caller.get();
    }

    Handling byMe() {
        return new Handling(caller.get().accountId(), calendar.now());
    }

    void edited(DirectiveId id) {
        directives.markEdited(id, byMe());
        events.publishEvent(new WorkChanged(id.value(), null));
    }

    Refusal launchedBefore(DirectiveId id) {
        return directives
                .launch(id)
                .map(launch -> handledBefore.naming("refusal.directive.launchedBy", launch))
                .orElseGet(() -> new Refusal("refusal.directive.launchedBefore"));
    }

    /** Somebody edited the row meanwhile; where it is gone, whoever edited the table last. */
    Refusal editedBefore(DirectiveId directive, DivisionRowId row) {
        Optional<Handling> edit = rows.lastEdit(row);
        return edit.isPresent() ? refusal(edit.get()) : editedBefore(directive);
    }

    /** Somebody edited the table meanwhile. */
    Refusal editedBefore(DirectiveId directive) {
        return directives.lastEdit(directive).map(this::refusal).orElseGet(Refusal::alreadyHandled);
    }

    /** Somebody decided before. */
    Refusal handledBefore(Handling handling) {
        return handledBefore.refusal(Optional.of(handling));
    }

    private Refusal refusal(Handling edit) {
        return new Refusal("refusal.draft.editedBy", handledBefore.nameOf(edit.by()), edit.at());
    }
}
