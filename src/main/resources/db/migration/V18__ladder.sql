ALTER TABLE key_task ADD COLUMN priority VARCHAR(10) DEFAULT 'NORMAL' NOT NULL;

-- A step of the ladder. kind and subject say what is late: the key task itself, a report, a duty's signature. What is
-- there already was raised for the key task, by no table: version 0. The new keys come first: a foreign key needs one.
ALTER TABLE escalation ADD COLUMN kind VARCHAR(20) DEFAULT 'TASK' NOT NULL;
ALTER TABLE escalation ADD COLUMN subject_id BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE escalation ADD COLUMN duty_id BIGINT;
ALTER TABLE escalation ADD COLUMN department_id BIGINT;
ALTER TABLE escalation ADD COLUMN working_days_late INT DEFAULT 0 NOT NULL;
ALTER TABLE escalation ADD COLUMN priority VARCHAR(10) DEFAULT 'NORMAL' NOT NULL;
ALTER TABLE escalation ADD COLUMN times_returned INT DEFAULT 0 NOT NULL;
ALTER TABLE escalation ADD COLUMN times_extended INT DEFAULT 0 NOT NULL;
ALTER TABLE escalation ADD COLUMN addressee VARCHAR(20) DEFAULT 'DEPARTMENT' NOT NULL;
ALTER TABLE escalation ADD COLUMN table_version INT DEFAULT 0 NOT NULL;
UPDATE escalation SET subject_id = key_task_id;
CREATE INDEX escalation_of_task ON escalation (key_task_id, id);
CREATE INDEX escalation_by_level ON escalation (level_no, id);
ALTER TABLE escalation ADD CONSTRAINT escalation_step UNIQUE (kind, subject_id, due_on, level_no);
ALTER TABLE escalation DROP CONSTRAINT escalation_once;

-- Who has to confirm that a notice of the ladder was received; void where the duty went to somebody else.
CREATE TABLE escalation_receipt (
    id            BIGINT   NOT NULL PRIMARY KEY,
    escalation_id BIGINT   NOT NULL,
    duty_id       BIGINT   NOT NULL,
    department_id BIGINT   NOT NULL,
    received_by   BIGINT,
    received_at   DATETIME,
    void_at       DATETIME,
    CONSTRAINT escalation_receipt_once UNIQUE (escalation_id, duty_id),
    CONSTRAINT escalation_receipt_escalation FOREIGN KEY (escalation_id) REFERENCES escalation (id),
    CONSTRAINT escalation_receipt_duty FOREIGN KEY (duty_id) REFERENCES duty (id)
);

-- Of an urge by hand also who sent it, in which words, to whom, and who confirmed it.
ALTER TABLE urge ADD COLUMN words VARCHAR(2000);
ALTER TABLE urge ADD COLUMN sent_by BIGINT;
ALTER TABLE urge ADD COLUMN department_id BIGINT;
ALTER TABLE urge ADD COLUMN received_by BIGINT;
ALTER TABLE urge ADD COLUMN received_at DATETIME;
ALTER TABLE urge ADD COLUMN void_at DATETIME;

-- Sent once for each stage before a due day.
CREATE TABLE reminder (
    id                BIGINT      NOT NULL PRIMARY KEY,
    kind              VARCHAR(20) NOT NULL,
    subject_id        BIGINT      NOT NULL,
    key_task_id       BIGINT      NOT NULL,
    duty_id           BIGINT,
    due_on            DATE        NOT NULL,
    lead_days         INT         NOT NULL,
    working_days_left INT         NOT NULL,
    rule_name         VARCHAR(60) NOT NULL,
    table_version     INT         NOT NULL,
    sent_at           DATETIME    NOT NULL,
    CONSTRAINT reminder_once UNIQUE (subject_id, due_on, lead_days),
    CONSTRAINT reminder_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id)
);
CREATE INDEX reminder_of_task ON reminder (key_task_id, id);

-- For whom of the department an item waits: HEAD, or all of it where null.
ALTER TABLE open_item ADD COLUMN role_name VARCHAR(20);
