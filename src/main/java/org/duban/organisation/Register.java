package org.duban.organisation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.duban.base.ActingAccount;
import org.duban.base.Refusal;
import org.duban.base.Words;
import org.duban.organisation.Resolution.Group;
import org.duban.organisation.Resolution.Resolved;
import org.duban.organisation.Resolution.Succeeded;
import org.duban.organisation.Resolution.Unknown;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says which departments the names in a document mean. It never chooses among several, and never takes a likeness for a
 * match: names are no secret, so everybody who is signed in may ask.
 */
@Service
public class Register {

    private static final String SUPERVISOR = "ROLE_SUPERVISOR";

    private final RegisterRepository repository;
    private final Departments departments;
    private final Clock clock;

    Register(RegisterRepository repository, Departments departments, Clock clock) {
        this.repository = repository;
        this.departments = departments;
        this.clock = clock;
    }

    /** The jurisdictions of which the register has a name, 国家 first. */
    @Transactional(readOnly = true)
    public List<String> jurisdictions() {
        List<String> known = new ArrayList<>(repository.jurisdictions());
        if (known.remove(Jurisdictions.NATIONAL)) {
            known.addFirst(Jurisdictions.NATIONAL);
        }
        return known;
    }

    /**
     * What each name means in a document of the jurisdiction: a body of its own, then one of the province to which a city
     * belongs, then a national one; of another place only if the name begins with that place. Takes few queries, however
     * many names.
     *
     * @param jurisdiction see {@link Jurisdictions}
     * @param asOf the day on which the bodies must still exist, mostly today, whatever the document's date
     * @return an answer for every name, in the order given
     */
    @Transactional(readOnly = true)
    public Map<String, Resolution> resolve(Collection<String> names, String jurisdiction, LocalDate asOf) {
        Set<String> wanted = new LinkedHashSet<>(names);
        if (wanted.isEmpty()) {
            return Map.of();
        }
        Set<String> above = new LinkedHashSet<>(repository.parents(jurisdiction));
        above.add(Jurisdictions.NATIONAL);
        Set<String> looked = new LinkedHashSet<>(above);
        looked.add(jurisdiction);
        looked.addAll(mentioned(wanted));
        NameIndex index = new NameIndex(jurisdiction, above, repository.names(looked));
        Map<String, Resolution> found = new LinkedHashMap<>();
        for (String name : wanted) {
            found.put(name, index.find(name).orElseGet(() -> unknown(name, index)));
        }
        return succeeded(found, asOf);
    }

    /**
     * Who has the duties of abolished departments on the day, through any number of reforms, the main heir of each first;
     * an empty list where nobody is known. Departments that exist then are left out.
     */
    @Transactional(readOnly = true)
    public Map<DepartmentId, List<Resolution.Heir>> heirs(Collection<DepartmentId> wanted, LocalDate asOf) {
        return heirs(
                departments.byIds(wanted).values().stream()
                        .filter(department -> department.abolishedBy(asOf))
                        .toList(),
                asOf);
    }

    /**
     * Remembers that in documents of the jurisdiction the name means the department, for supervisors who have decided so.
     * Does nothing if the register knows that already.
     *
     * @throws Refusal if there the name means another department, or names a group and would no longer be asked about
     * @throws AccessDeniedException for anybody else
     */
    @Transactional
    public void learn(String name, String jurisdiction, DepartmentId department) {
        long by = ActingAccount.requireAuthority(SUPERVISOR);
        String text = Words.required(name, 120, "refusal.department.nameMissing");
        String place = Words.required(jurisdiction, 40, "refusal.department.jurisdictionMissing");
        Department meant = departments.get(department);
        if (meant.kind() != Department.Kind.GROUP && GroupNames.matches(Spelling.plain(text))) {
            throw new Refusal("refusal.department.groupName", text);
        }
        Optional<DepartmentId> owner = repository.owner(place, text);
        if (owner.isPresent() && !owner.get().equals(department)) {
            throw new Refusal("refusal.department.nameTaken", text, place);
        }
        if (owner.isEmpty()) {
            try {
                repository.learn(place, text, department, by, clock.instant());
            } catch (DuplicateKeyException taken) {
                throw new Refusal("refusal.department.nameTaken", text, place);
            }
        }
    }

    /** Jurisdictions with whose name one of the names begins. */
    private List<String> mentioned(Set<String> names) {
        return repository.jurisdictions().stream()
                .filter(place -> names.stream().anyMatch(name -> name.startsWith(place)))
                .toList();
    }

    private static Resolution unknown(String name, NameIndex index) {
        return GroupNames.matches(Spelling.plain(name)) ? new Group() : new Unknown(index.nearest(name));
    }

    private Map<String, Resolution> succeeded(Map<String, Resolution> found, LocalDate asOf) {
        List<Department> abolished = found.values().stream()
                .filter(Resolved.class::isInstance)
                .map(resolution -> ((Resolved) resolution).department())
                .filter(department -> department.abolishedBy(asOf))
                .distinct()
                .toList();
        if (abolished.isEmpty()) {
            return found;
        }
        Map<DepartmentId, List<Resolution.Heir>> heirs = heirs(abolished, asOf);
        Map<String, Resolution> result = new LinkedHashMap<>();
        found.forEach((name, resolution) -> result.put(
                name,
                resolution instanceof Resolved(Department department, Resolution.How how)
                                && heirs.containsKey(department.id())
                        ? new Succeeded(department, how, heirs.get(department.id()))
                        : resolution));
        return result;
    }

    /** For each of the abolished departments who has its duties on the day, through any number of reforms. */
    private Map<DepartmentId, List<Resolution.Heir>> heirs(List<Department> abolished, LocalDate asOf) {
        Map<DepartmentId, List<Succession>> successions = new HashMap<>();
        Map<DepartmentId, Department> known = new HashMap<>();
        abolished.forEach(department -> known.put(department.id(), department));
        Set<DepartmentId> open = new LinkedHashSet<>(known.keySet());
        while (!open.isEmpty()) {
            repository.successions(open).forEach(step -> successions
                    .computeIfAbsent(step.from(), from -> new ArrayList<>())
                    .add(step));
            Set<DepartmentId> next = new LinkedHashSet<>();
            open.stream()
                    .flatMap(from -> successions.getOrDefault(from, List.of()).stream())
                    .map(Succession::to)
                    .filter(to -> !known.containsKey(to))
                    .forEach(next::add);
            known.putAll(departments.byIds(next));
            next.removeIf(id -> !known.get(id).abolishedBy(asOf));
            open = next;
        }
        Heirs walk = new Heirs(known, successions, asOf);
        Map<DepartmentId, List<Resolution.Heir>> heirs = new HashMap<>();
        abolished.forEach(department -> heirs.put(department.id(), walk.of(department.id())));
        return heirs;
    }
}
