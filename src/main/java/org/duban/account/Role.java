package org.duban.account;

/** What somebody comes for. An account has one or more. */
public enum Role {
    /** 承办人: signs for duties, writes reports. */
    STAFF,
    /** 部门负责人: what the staff does, and disputes an assignment. */
    HEAD,
    /** 督查员: launches, reviews, decides, for the directives entrusted to them. */
    SUPERVISOR,
    /** 领导: sees everything, and writes instructions. */
    LEADER,
    /** 系统管理员: departments and accounts; no business of any department. */
    SYSADMIN
}
