package org.duban.account;

/**
 * Something that waits for one person.
 *
 * @param kind what it is, a name of the feature's own; the message {@code handOver.kind.<kind>} says it
 * @param subjectId identifier of the subject
 * @param label how people call it
 * @param nobodyElse whether nobody else could do it: then the person's account can't be closed
 */
public record PersonalItem(String kind, long subjectId, String label, boolean nobodyElse) {}
