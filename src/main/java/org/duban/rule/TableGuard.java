package org.duban.rule;

import org.duban.base.Refusal;

/** What a feature asks of a table besides, whoever changes it; a Spring bean. */
public interface TableGuard {

    /** Key of the table. */
    String table();

    /** @throws Refusal if the changed table would break a promise of the feature */
    void check(DecisionTable table);
}
