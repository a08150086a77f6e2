package org.duban.seed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which body a printed name means. The same short name stands for different bodies in different provinces (省科技厅),
 * so a name means nothing without a jurisdiction.
 */
final class DepartmentNames {

    static final String NATIONAL = "国家";

    private record Name(String jurisdiction, String text) {}

    private final Map<Name, String> codes = new HashMap<>();

    DepartmentNames(List<SeedDepartment> departments) {
        departments.forEach(this::add);
    }

    /** Names must not be taken yet: see {@link #owner}. */
    void add(SeedDepartment department) {
        department.names().forEach(text -> codes.put(new Name(department.jurisdiction(), text), department.code()));
    }

    /** The code of the body that bears the name in exactly this jurisdiction. */
    Optional<String> owner(String jurisdiction, String text) {
        return Optional.ofNullable(codes.get(new Name(jurisdiction, text)));
    }

    /** What the name means in a directive of this jurisdiction: its own bodies come first, then national ones. */
    Optional<String> resolve(String jurisdiction, String text) {
        return owner(jurisdiction, text).or(() -> owner(NATIONAL, text));
    }
}
