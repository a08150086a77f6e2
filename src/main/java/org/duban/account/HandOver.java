package org.duban.account;

import java.time.Instant;
import java.util.List;

/** 工作交接: the open work of a person, given to another one. */
public record HandOver(
        long id,
        String fromName,
        String toName,
        String madeBy,
        Instant madeAt,
        String reason,
        List<PersonalItem> items) {}
