package org.duban.organisation;

import java.time.LocalDate;
import java.util.List;

/** What a printed name means to the register. Only the first two kinds may be bound without asking anybody. */
public sealed interface Resolution {

    /** One body, or a group that the register knows (see {@link Department#kind()}), which exists on the day asked for. */
    record Resolved(Department department, How how) implements Resolution {}

    /**
     * One body, which is no more on the day asked for.
     *
     * @param heirs who has its duties on that day, the main one first; empty if the register knows of none. Several
     *     share them, and nobody may choose one silently
     */
    record Succeeded(Department abolished, How how, List<Heir> heirs) implements Resolution {
        public Succeeded {
            heirs = List.copyOf(heirs);
        }
    }

    /**
     * Fits several bodies, or only one that the document, being of another level, may well not mean.
     *
     * @param candidates at least one, the most probable first
     */
    record Ambiguous(List<Department> candidates) implements Resolution {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }

    /** Several bodies at once (有关部门, 各市), and the register has no entry for them: somebody must say who they are. */
    record Group() implements Resolution {}

    /** No body of that name. @param nearest at most five with names much alike, the nearest first; may be empty */
    record Unknown(List<Candidate> nearest) implements Resolution {
        public Unknown {
            nearest = List.copyOf(nearest);
        }
    }

    /** Why the name means the department: the further down, the more was supposed. */
    enum How {
        /** It is the canonical name. */
        CANONICAL,
        /** It is another of its names. */
        ALIAS,
        /** A supervisor once decided so for this jurisdiction. */
        LEARNED,
        /** The level (国家, 省, 市 …) was left out or written otherwise, and one body fits. */
        PREFIX,
        /** Common variants of spelling (发改委, 改革委; 厅, 局; 委员会, 委) were put aside, and one body fits. */
        SPELLING,
        /** A place was named by its government (沈阳市人民政府) or without its level (沈阳). */
        PLACE
    }

    /**
     * Who has duties of an abolished department.
     *
     * @param path the successions that lead there, in the order of time; at least one
     */
    record Heir(Department department, List<Succession> path) {
        public Heir {
            path = List.copyOf(path);
        }

        /** The day since which it has them, or {@code null} if not known. */
        public LocalDate since() {
            return path.getLast().effectiveOn();
        }

        /** Whether it has all of them. */
        public boolean whole() {
            return path.stream().allMatch(Succession::whole);
        }
    }

    /** @param score likeness from 0 to 1, for ordering and for display */
    record Candidate(Department department, double score) {}
}
