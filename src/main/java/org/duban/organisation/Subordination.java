package org.duban.organisation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may be told what to do by whom: a body has those below it in rank within its own territory (province → city →
 * county), and a place also the bodies of its own, which answer through its government. Which place lies in which is what
 * the register says of the places.
 */
@Component
public class Subordination {

    /** @param territories {@code null}: all there are */
    public record Reach(Department above, Set<String> territories) {

        /** Whether the department lies below; nobody lies below themselves. */
        public boolean includes(Department department) {
            boolean lower = above.kind() == Department.Kind.PLACE
                    ? department.tier().compareTo(above.tier()) >= 0
                    : department.tier().compareTo(above.tier()) > 0;
            return lower
                    && !department.id().equals(above.id())
                    && (territories == null || territories.contains(department.jurisdiction()));
        }
    }

    private final JdbcClient jdbc;

    Subordination(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Reach reach(Department above) {
        String territory = above.kind() == Department.Kind.PLACE ? above.name() : above.jurisdiction();
        return new Reach(above, territory.equals(Jurisdictions.NATIONAL) ? null : within(territory));
    }

    /** The territory itself, and the places in it, and those in these. */
    private Set<String> within(String territory) {
        Set<String> known = new HashSet<>(Set.of(territory));
        Set<String> open = Set.of(territory);
        while (!open.isEmpty()) {
            List<String> below = jdbc.sql(
                            "SELECT DISTINCT name FROM department WHERE kind = 'PLACE' AND jurisdiction IN (:open)")
                    .param("open", open)
                    .query(String.class)
                    .list();
            Set<String> next = new HashSet<>(below);
            next.removeAll(known);
            known.addAll(next);
            open = next;
        }
        return known;
    }
}
