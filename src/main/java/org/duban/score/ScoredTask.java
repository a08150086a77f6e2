package org.duban.score;

import org.duban.task.KeyTaskId;

/** A key task of which a ledger has lines. */
public record ScoredTask(KeyTaskId id, String no, String title) {}
