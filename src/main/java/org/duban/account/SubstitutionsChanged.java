package org.duban.account;

/** Somebody may act for somebody else from now on, or no longer; published inside the transaction. */
public record SubstitutionsChanged() {}
