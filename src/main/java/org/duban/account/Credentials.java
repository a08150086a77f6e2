package org.duban.account;

/**
 * By what an account signs in.
 *
 * @param generation the sessions that count; those of an earlier one are over
 * @param temporary whether somebody else knows the password, so that it must be changed first
 */
record Credentials(String passwordHash, int generation, boolean temporary) {}
