-- 转办: what a duty's head asked for, or a supervisor did unasked; and how the duty stood with the department that had it.
CREATE TABLE duty_transfer (
    id                   BIGINT        NOT NULL PRIMARY KEY,
    duty_id              BIGINT        NOT NULL,
    from_department_id   BIGINT        NOT NULL,
    to_department_id     BIGINT        NOT NULL,
    reason               VARCHAR(2000) NOT NULL,
    requested_by         BIGINT        NOT NULL,
    requested_at         DATETIME      NOT NULL,
    decision             VARCHAR(20),
    decision_reason      VARCHAR(2000),
    decided_by           BIGINT,
    decided_at           DATETIME,
    acknowledge_by       DATETIME,
    first_acknowledge_by DATETIME,
    acknowledged_at      DATETIME,
    acknowledged_by      BIGINT,
    CONSTRAINT duty_transfer_duty FOREIGN KEY (duty_id) REFERENCES duty (id),
    CONSTRAINT duty_transfer_from FOREIGN KEY (from_department_id) REFERENCES department (id),
    CONSTRAINT duty_transfer_to FOREIGN KEY (to_department_id) REFERENCES department (id)
);
CREATE INDEX duty_transfer_of ON duty_transfer (duty_id, id);
