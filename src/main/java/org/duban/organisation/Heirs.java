package org.duban.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Follows the successions that were in force on the day until somebody is found who still exists. */
record Heirs(
        Map<DepartmentId, Department> departments, Map<DepartmentId, List<Succession>> successions, LocalDate asOf) {

    /** Each heir once, by the first path that leads to it. */
    List<Resolution.Heir> of(DepartmentId abolished) {
        Map<DepartmentId, Resolution.Heir> found = new LinkedHashMap<>();
        follow(abolished, List.of(), found);
        return List.copyOf(found.values());
    }

    private void follow(DepartmentId from, List<Succession> before, Map<DepartmentId, Resolution.Heir> found) {
        for (Succession step : successions.getOrDefault(from, List.of())) {
            if (step.effectiveOn() != null && step.effectiveOn().isAfter(asOf)) {
                continue;
            }
            List<Succession> path = new ArrayList<>(before);
            boolean walkedInACircle =
                    before.stream().anyMatch(each -> each.from().equals(step.to()));
            path.add(step);
            Department department = departments.get(step.to());
            if (!department.abolishedBy(asOf)) {
                found.putIfAbsent(step.to(), new Resolution.Heir(department, path));
            } else if (!walkedInACircle) {
                follow(step.to(), path, found);
            }
        }
    }
}
