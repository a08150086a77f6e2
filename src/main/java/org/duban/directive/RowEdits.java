package org.duban.directive;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.duban.account.Handling;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.base.WorkingCalendar;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.springframework.stereotype.Component;

/** Checks what somebody wants a row to be, and makes it so. The lengths are those of the tables. */
@Component
class RowEdits {

    static final int LONGEST_TITLE = 500;
    static final int LONGEST_TEXT = 50_000;
    static final int LONGEST_PHRASE = 500;
    private static final int LONGEST_WORDING = 500;
    private static final int LONGEST_WHAT = 300;
    private static final int LONGEST_UNIT = 60;

    private final DraftRowRepository drafts;
    private final DraftAccess access;
    private final Departments departments;
    private final WorkingCalendar calendar;

    RowEdits(DraftRowRepository drafts, DraftAccess access, Departments departments, WorkingCalendar calendar) {
        this.drafts = drafts;
        this.access = access;
        this.departments = departments;
        this.calendar = calendar;
    }

    /** @throws Refusal if something is missing, too long, or the number taken */
    void apply(DirectiveId directive, RowDraft row, RowEdit edit) {
        row.no = Words.required(edit.no(), DraftRowRepository.LONGEST_NO, "refusal.draft.noMissing");
        if (drafts.numberTaken(directive, row.no, row.id)) {
            throw new Refusal("refusal.draft.noTaken", row.no);
        }
        row.title = Words.required(edit.title(), LONGEST_TITLE, "refusal.draft.titleMissing");
        row.text = Words.optional(edit.text(), LONGEST_TEXT);
        if (edit.dueOn() != null && !edit.dueOn().equals(row.dueOn)) {
            Directives.requireSensible(edit.dueOn(), calendar.today());
        }
        row.dueOn = edit.dueOn();
        row.deadlinePhrase = Words.optional(edit.deadlinePhrase(), LONGEST_PHRASE);
        assign(row, edit.assigned());
        keepNames(row, edit.names());
        row.targets =
                new ArrayList<>(edit.targets().stream().map(RowEdits::checked).toList());
    }

    private void assign(RowDraft row, List<RowEdit.Assigned> assigned) {
        List<DepartmentId> wanted =
                assigned.stream().map(RowEdit.Assigned::department).distinct().toList();
        if (departments.byIds(wanted).size() < wanted.size()) {
            throw Refusal.notFound();
        }
        List<DivisionRow.Assignment> before = row.assignments;
        int next = row.nextPlace();
        row.assignments = new ArrayList<>();
        for (RowEdit.Assigned each : assigned) {
            Optional<DivisionRow.Assignment> known = before.stream()
                    .filter(old -> old.department().equals(each.department()))
                    .findFirst();
            row.assign(known.isPresent() ? RowDraft.inRole(known.get(), each.role()) : added(each, row.names, next++));
        }
    }

    /** Whoever was given to a name keeps the name's words and place. */
    private static DivisionRow.Assignment added(RowEdit.Assigned wanted, List<DivisionRow.Name> names, int next) {
        Optional<DivisionRow.Name> meant = names.stream()
                .filter(name -> wanted.name() != null && name.id() == wanted.name())
                .findFirst();
        return RowDraft.assignment(
                wanted.department(),
                wanted.role(),
                meant.map(DivisionRow.Name::name).orElse(null),
                meant.map(DivisionRow.Name::range).orElse(null),
                DivisionRow.Binding.SUPERVISOR,
                meant.map(DivisionRow.Name::position).orElse(next));
    }

    private static void keepNames(RowDraft row, List<RowEdit.Kept> kept) {
        List<DivisionRow.Name> names = new ArrayList<>();
        for (RowEdit.Kept each : kept) {
            DivisionRow.Name name = row.names.stream()
                    .filter(known -> known.id() == each.name())
                    .findFirst()
                    .orElseThrow(Refusal::alreadyHandled);
            names.add(new DivisionRow.Name(
                    name.id(), name.name(), each.role(), name.group(), name.range(), name.position()));
        }
        row.names = names;
    }

    private static NewDirective.NewTarget checked(NewDirective.NewTarget target) {
        String what = Words.required(target.what(), LONGEST_WHAT, "refusal.draft.targetWhatMissing");
        String wording = Words.optional(target.wording(), LONGEST_WORDING);
        if (target.amount() != null && !Amounts.fits(target.amount())) {
            throw new Refusal("refusal.draft.targetAmount");
        }
        return new NewDirective.NewTarget(
                wording == null ? what : wording,
                what,
                target.comparator(),
                target.amount(),
                Words.optional(target.unit(), LONGEST_UNIT),
                target.byYear());
    }

    /** For rows that are made of others. @throws Refusal if one of the texts became too long */
    static void requireBounds(RowDraft row) {
        row.title = Words.required(row.title, LONGEST_TITLE, "refusal.draft.titleMissing");
        row.text = Words.optional(row.text, LONGEST_TEXT);
        row.deadlinePhrase = Words.optional(row.deadlinePhrase, LONGEST_PHRASE);
    }

    void decide(RowDraft row, Predicate<DivisionRow.RowWarning> which, DivisionRow.Decision decision) {
        Handling by = access.byMe();
        row.warnings.replaceAll(warning -> warning.open() && which.test(warning)
                ? new DivisionRow.RowWarning(
                        warning.id(),
                        warning.kind(),
                        warning.blocking(),
                        warning.detail(),
                        warning.range(),
                        decision,
                        by.by(),
                        by.at())
                : warning);
    }
}
