package org.duban.directive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.duban.base.Refusal;
import org.duban.organisation.DepartmentId;
import org.duban.organisation.Departments;
import org.duban.organisation.Resolution;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Says of names in a table whom they mean: once for all rows of the directive that are not launched. */
@Service
@Transactional
public class DivisionNames {

    private final DraftAccess access;
    private final DraftRows drafts;
    private final DivisionRowRepository rows;
    private final NameBinding binding;
    private final Departments departments;

    DivisionNames(
            DraftAccess access,
            DraftRows drafts,
            DivisionRowRepository rows,
            NameBinding binding,
            Departments departments) {
        this.access = access;
        this.drafts = drafts;
        this.rows = rows;
        this.binding = binding;
        this.departments = departments;
    }

    /**
     * Names that mean no department yet, those of most rows first, each with what the register knows.
     *
     * @throws Refusal if the caller may not see the directive
     */
    @Transactional(readOnly = true)
    public List<UnresolvedName> unresolved(DirectiveId id) {
        Directive directive = access.visible(id);
        Map<String, List<String>> numbers = new LinkedHashMap<>();
        Map<String, Set<DutyRole>> roles = new LinkedHashMap<>();
        Map<String, Boolean> groups = new LinkedHashMap<>();
        for (DivisionRow row : rows.notLaunched(id)) {
            for (DivisionRow.Name name : row.names()) {
                List<String> of = numbers.computeIfAbsent(name.name(), key -> new ArrayList<>());
                if (!of.contains(row.no())) {
                    of.add(row.no());
                }
                roles.computeIfAbsent(name.name(), key -> EnumSet.noneOf(DutyRole.class))
                        .add(name.role());
                groups.merge(name.name(), name.group(), Boolean::logicalOr);
            }
        }
        Map<String, Resolution> known = binding.resolve(numbers.keySet(), directive.jurisdiction());
        return numbers.entrySet().stream()
                .map(entry -> {
                    String name = entry.getKey();
                    return new UnresolvedName(
                            name, groups.get(name), roles.get(name), entry.getValue(), known.get(name));
                })
                .sorted(Comparator.comparing(
                        (UnresolvedName name) -> -name.rows().size()))
                .toList();
    }

    /**
     * Says whom a name means: one department, or several where it stands for a group. In each row they get the role in
     * which the name stands there; a department that the row names anyway keeps the stronger of both roles.
     *
     * @throws Refusal if the directive is not the caller's to edit, its rows are being launched at this moment, or no row
     *     has the name any more
     */
    public Undo resolve(DirectiveId id, String name, Set<DepartmentId> meant) {
        List<DivisionRow> before = lock(id, name);
        if (meant.isEmpty() || departments.byIds(meant).size() < meant.size()) {
            throw Refusal.notFound();
        }
        List<DepartmentId> inOrder =
                meant.stream().sorted(Comparator.comparing(DepartmentId::value)).toList();
        return drafts.change(id, before, row -> {
            for (DivisionRow.Name each : without(row, name)) {
                inOrder.forEach(department -> row.assign(RowDraft.assignment(
                        department,
                        each.role(),
                        each.name(),
                        each.range(),
                        DivisionRow.Binding.SUPERVISOR,
                        each.position())));
            }
        });
    }

    /** Says that a name means nobody who would get a duty. @throws Refusal as {@link #resolve} does */
    public Undo drop(DirectiveId id, String name) {
        return drafts.change(id, lock(id, name), row -> without(row, name));
    }

    private List<DivisionRow> lock(DirectiveId id, String name) {
        access.lock(id);
        List<DivisionRow> before = rows.notLaunched(id).stream()
                .filter(row -> row.names().stream().anyMatch(each -> each.name().equals(name)))
                .toList();
        if (before.isEmpty()) {
            throw access.editedBefore(id);
        }
        return before;
    }

    private static List<DivisionRow.Name> without(RowDraft row, String name) {
        List<DivisionRow.Name> taken =
                row.names.stream().filter(each -> each.name().equals(name)).toList();
        row.names.removeAll(taken);
        return taken;
    }
}
