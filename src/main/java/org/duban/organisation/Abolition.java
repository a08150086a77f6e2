package org.duban.organisation;

import java.time.LocalDate;
import java.util.List;

/**
 * That a department is no more, as an administrator records it.
 *
 * @param on the first day without it
 * @param heirs who took over, the main one first; a sole one has everything. None if nobody did
 * @param note what went where, or {@code null}
 * @param source the document that ordered it, or {@code null}
 */
public record Abolition(LocalDate on, Succession.Reform reform, List<DepartmentId> heirs, String note, String source) {

    public Abolition {
        heirs = List.copyOf(heirs);
    }
}
