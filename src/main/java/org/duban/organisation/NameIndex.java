package org.duban.organisation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.duban.organisation.Resolution.Ambiguous;
import org.duban.organisation.Resolution.Candidate;
import org.duban.organisation.Resolution.How;
import org.duban.organisation.Resolution.Resolved;

/**
 * The names that a document of one jurisdiction may use. The rules go from the literal to the supposed, and each binds
 * only where exactly one body fits.
 */
final class NameIndex {

    /** Endings that bodies of every level share, so that in a local document 发展改革委 need not be the State Council's. */
    private static final Pattern OF_ANY_LEVEL =
            Pattern.compile(".*(?<!总)(委|委员会|局|办|办公室|厅|政府|院|工会|贸促会|妇联|工商联|科协|残联|文联)");

    private static final Pattern NATIONAL_MARK = Pattern.compile("(国务院|国家|全国|中(?!医)).+");
    private static final Pattern GOVERNMENT = Pattern.compile("(市委、?市政府|人民政府|政府)$");

    private final String jurisdiction;
    private final List<NameEntry> entries;
    private final Map<String, List<NameEntry>> byName = new HashMap<>();
    private final Map<String, List<NameEntry>> byCore = new HashMap<>();
    private final Map<String, List<NameEntry>> byKey = new HashMap<>();
    private final Map<String, List<NameEntry>> byStem = new HashMap<>();
    private final Set<String> near;
    private final List<String> places;

    /**
     * @param above jurisdictions to which the document's own belongs
     * @param entries of those, and of whatever other jurisdiction; in the latter only names that begin with it are looked up
     */
    NameIndex(String jurisdiction, Collection<String> above, List<NameEntry> entries) {
        this.jurisdiction = jurisdiction;
        this.entries = entries;
        this.near = new HashSet<>(above);
        near.add(jurisdiction);
        this.places = entries.stream().map(NameEntry::jurisdiction).distinct().toList();
        for (NameEntry entry : entries) {
            add(byName, entry.plain(), entry);
            add(byCore, entry.core(), entry);
            add(byKey, entry.key(), entry);
            if (!entry.jurisdiction().equals(Jurisdictions.NATIONAL)) {
                add(byStem, Spelling.stem(entry.key()), entry);
            }
        }
    }

    private static void add(Map<String, List<NameEntry>> index, String form, NameEntry entry) {
        index.computeIfAbsent(form, key -> new ArrayList<>()).add(entry);
    }

    /** One body or several; successions are not looked at here. Empty if no rule fits. */
    Optional<Resolution> find(String name) {
        String plain = Spelling.plain(name);
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        return literally(plain)
                .or(() -> supposed(plain, byCore, core -> core, How.PREFIX))
                .or(() -> place(plain))
                .or(() -> supposed(plain, byKey, Spelling::key, How.SPELLING))
                .or(() -> supposed(plain, byStem, core -> Spelling.stem(Spelling.key(core)), How.SPELLING));
    }

    /** For a name that no rule fits: bodies of the jurisdictions in which it was looked up, with names much alike. */
    List<Candidate> nearest(String name) {
        String plain = Spelling.plain(name);
        return Nearest.to(plain, jurisdiction, reachable(plain, entries));
    }

    private List<NameEntry> reachable(String plain, List<NameEntry> some) {
        return some.stream()
                .filter(entry -> near.contains(entry.jurisdiction()) || plain.startsWith(entry.jurisdiction()))
                .toList();
    }

    private Optional<Resolution> literally(String plain) {
        List<NameEntry> found = reachable(plain, byName.getOrDefault(plain, List.of()));
        List<NameEntry> own = found.stream().filter(this::own).toList();
        return !own.isEmpty()
                ? bound(own, null)
                : bound(
                        found.stream()
                                .filter(entry -> surelyMeant(plain, entry))
                                .toList(),
                        null);
    }

    /** The same form in each jurisdiction, once what says the level is taken away. */
    private Optional<Resolution> supposed(
            String plain, Map<String, List<NameEntry>> index, Function<String, String> form, How how) {
        List<NameEntry> fitting = new ArrayList<>();
        for (String place : places) {
            reachable(plain, index.getOrDefault(form.apply(Spelling.core(plain, place)), List.of())).stream()
                    .filter(entry -> entry.jurisdiction().equals(place))
                    .filter(entry -> own(entry) || entry.department().kind() != Department.Kind.GROUP)
                    .forEach(fitting::add);
        }
        boolean sure = fitting.stream().anyMatch(entry -> own(entry) || surelyMeant(plain, entry));
        return sure ? bound(fitting, how) : offered(fitting);
    }

    private Optional<Resolution> place(String plain) {
        String place = GOVERNMENT.matcher(plain).replaceFirst("");
        List<NameEntry> found = new ArrayList<>();
        for (String name : List.of(place, place + "市", place + "省")) {
            reachable(plain, byName.getOrDefault(name, List.of())).stream()
                    .filter(entry -> entry.department().kind() == Department.Kind.PLACE)
                    .forEach(found::add);
        }
        return bound(found, How.PLACE);
    }

    private boolean own(NameEntry entry) {
        return entry.jurisdiction().equals(jurisdiction);
    }

    /** Whether a document of this jurisdiction can mean no other body by the name than that of a different one. */
    private boolean surelyMeant(String plain, NameEntry entry) {
        if (own(entry)) {
            return true;
        }
        if (entry.department().kind() == Department.Kind.GROUP) {
            return false;
        }
        boolean says = !Spelling.core(plain, entry.jurisdiction()).equals(plain)
                || NATIONAL_MARK.matcher(plain).matches();
        return says || !OF_ANY_LEVEL.matcher(plain).matches();
    }

    private static Optional<Resolution> bound(List<NameEntry> found, How how) {
        List<Department> departments = departments(found);
        return switch (departments.size()) {
            case 0 -> Optional.empty();
            case 1 ->
                Optional.of(new Resolved(
                        departments.getFirst(),
                        how != null ? how : found.getFirst().how()));
            default -> Optional.of(new Ambiguous(departments));
        };
    }

    private static Optional<Resolution> offered(List<NameEntry> found) {
        return found.isEmpty() ? Optional.empty() : Optional.of(new Ambiguous(departments(found)));
    }

    /** Each once, bodies that still exist first. */
    private static List<Department> departments(List<NameEntry> found) {
        Map<DepartmentId, Department> distinct = new LinkedHashMap<>();
        found.forEach(entry -> distinct.putIfAbsent(entry.department().id(), entry.department()));
        return distinct.values().stream()
                .sorted(Comparator.comparing(department -> department.abolishedYear() != null))
                .toList();
    }
}
