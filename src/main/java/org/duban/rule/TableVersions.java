package org.duban.rule;

import java.util.List;
import org.duban.base.Refusal;

/** The tables that are deployed, with every version of each. */
public interface TableVersions {

    /** The newest version of each, by key. */
    List<TableVersion> newest();

    /** All versions of the table, the newest first; empty for a table that there is not. */
    List<TableVersion> of(String table);

    /**
     * Deploys a checked table as its next version, by which everybody decides from the end of the transaction. The next
     * starts of the application leave it in place.
     *
     * @param follows the version that it was made from
     * @param by who deploys it, by name
     * @throws Refusal if another version was deployed meanwhile
     */
    void deploy(DecisionTable table, int follows, String by);
}
