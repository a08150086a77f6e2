package org.duban.organisation;

/** A department was recorded as abolished; published and heard inside the transaction of the action. */
public record DepartmentAbolished(DepartmentId department) {}
