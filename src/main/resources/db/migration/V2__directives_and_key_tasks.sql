CREATE TABLE directive (
    id           BIGINT       NOT NULL PRIMARY KEY,
    slug         VARCHAR(80)  NOT NULL,
    title        VARCHAR(300) NOT NULL,
    doc_number   VARCHAR(80),
    issuer       VARCHAR(200) NOT NULL,
    issued_on    DATE,
    period_from  INT,
    period_to    INT,
    jurisdiction VARCHAR(40)  NOT NULL,
    reporting    VARCHAR(20)  NOT NULL,
    fallback_due_on DATE,
    state        VARCHAR(20)  NOT NULL,
    launched_at  DATETIME,
    CONSTRAINT directive_slug UNIQUE (slug)
);

CREATE TABLE directive_supervisor (
    directive_id BIGINT NOT NULL,
    account_id   BIGINT NOT NULL,
    CONSTRAINT directive_supervisor_pair PRIMARY KEY (directive_id, account_id),
    CONSTRAINT directive_supervisor_directive FOREIGN KEY (directive_id) REFERENCES directive (id),
    CONSTRAINT directive_supervisor_account FOREIGN KEY (account_id) REFERENCES account (id)
);
CREATE INDEX directive_supervisor_of ON directive_supervisor (account_id, directive_id);

CREATE TABLE division_row (
    id           BIGINT       NOT NULL PRIMARY KEY,
    directive_id BIGINT       NOT NULL,
    position_no  INT          NOT NULL,
    row_no       VARCHAR(40)  NOT NULL,
    title        VARCHAR(500) NOT NULL,
    due_on       DATE,
    CONSTRAINT division_row_no UNIQUE (directive_id, row_no),
    CONSTRAINT division_row_directive FOREIGN KEY (directive_id) REFERENCES directive (id)
);
CREATE INDEX division_row_in_order ON division_row (directive_id, position_no);

CREATE TABLE division_assignment (
    row_id        BIGINT      NOT NULL,
    department_id BIGINT      NOT NULL,
    duty_role     VARCHAR(20) NOT NULL,
    position_no   INT         NOT NULL,
    printed_name  VARCHAR(120),
    CONSTRAINT division_assignment_pair PRIMARY KEY (row_id, department_id),
    CONSTRAINT division_assignment_row FOREIGN KEY (row_id) REFERENCES division_row (id),
    CONSTRAINT division_assignment_department FOREIGN KEY (department_id) REFERENCES department (id)
);

-- A quantified target of one row, or of the whole directive where row_id is null.
CREATE TABLE target (
    id           BIGINT       NOT NULL PRIMARY KEY,
    directive_id BIGINT       NOT NULL,
    row_id       BIGINT,
    position_no  INT          NOT NULL,
    wording      VARCHAR(500) NOT NULL,
    what         VARCHAR(300) NOT NULL,
    comparator   VARCHAR(20)  NOT NULL,
    amount       DECIMAL(20, 4),
    unit         VARCHAR(60),
    by_year      INT,
    CONSTRAINT target_directive FOREIGN KEY (directive_id) REFERENCES directive (id),
    CONSTRAINT target_row FOREIGN KEY (row_id) REFERENCES division_row (id)
);
CREATE INDEX target_of_row ON target (row_id, position_no);

-- division_row_id is unique: however often a launch is tried, a row becomes one key task.
CREATE TABLE key_task (
    id               BIGINT       NOT NULL PRIMARY KEY,
    directive_id     BIGINT       NOT NULL,
    division_row_id  BIGINT       NOT NULL,
    row_no           VARCHAR(40)  NOT NULL,
    title            VARCHAR(500) NOT NULL,
    original_due_on  DATE         NOT NULL,
    due_on           DATE         NOT NULL,
    state            VARCHAR(20)  NOT NULL,
    outcome          VARCHAR(20),
    percent          INT          NOT NULL,
    light            VARCHAR(10)  NOT NULL,
    light_rule       VARCHAR(60)  NOT NULL,
    light_days_to_due INT         NOT NULL,
    light_elapsed    INT          NOT NULL,
    light_percent    INT          NOT NULL,
    light_at         DATETIME     NOT NULL,
    escalation_level INT          NOT NULL,
    launched_at      DATETIME     NOT NULL,
    closed_at        DATETIME,
    CONSTRAINT key_task_row UNIQUE (division_row_id),
    CONSTRAINT key_task_directive FOREIGN KEY (directive_id) REFERENCES directive (id),
    CONSTRAINT key_task_division_row FOREIGN KEY (division_row_id) REFERENCES division_row (id)
);
CREATE INDEX key_task_by_due ON key_task (due_on, id);
CREATE INDEX key_task_of_directive ON key_task (directive_id, due_on, id);
CREATE INDEX key_task_open_by_due ON key_task (closed_at, due_on, id);

CREATE TABLE duty (
    id              BIGINT      NOT NULL PRIMARY KEY,
    key_task_id     BIGINT      NOT NULL,
    department_id   BIGINT      NOT NULL,
    duty_role       VARCHAR(20) NOT NULL,
    position_no     INT         NOT NULL,
    state           VARCHAR(20) NOT NULL,
    acknowledge_by  DATETIME    NOT NULL,
    acknowledged_at DATETIME,
    acknowledged_by BIGINT,
    percent         INT,
    CONSTRAINT duty_of_department UNIQUE (key_task_id, department_id),
    CONSTRAINT duty_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id),
    CONSTRAINT duty_department FOREIGN KEY (department_id) REFERENCES department (id)
);
CREATE INDEX duty_by_department ON duty (department_id, key_task_id);

CREATE TABLE dispute (
    id              BIGINT        NOT NULL PRIMARY KEY,
    duty_id         BIGINT        NOT NULL,
    reason          VARCHAR(2000) NOT NULL,
    raised_by       BIGINT        NOT NULL,
    raised_at       DATETIME      NOT NULL,
    decision        VARCHAR(20),
    decision_reason VARCHAR(2000),
    decided_by      BIGINT,
    decided_at      DATETIME,
    CONSTRAINT dispute_duty FOREIGN KEY (duty_id) REFERENCES duty (id)
);
CREATE INDEX dispute_of_duty ON dispute (duty_id, id);

CREATE TABLE completion (
    id          BIGINT        NOT NULL PRIMARY KEY,
    key_task_id BIGINT        NOT NULL,
    duty_id     BIGINT        NOT NULL,
    statement   VARCHAR(4000) NOT NULL,
    applied_by  BIGINT        NOT NULL,
    applied_at  DATETIME      NOT NULL,
    outcome     VARCHAR(20),
    reason      VARCHAR(2000),
    decided_by  BIGINT,
    decided_at  DATETIME,
    CONSTRAINT completion_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id),
    CONSTRAINT completion_duty FOREIGN KEY (duty_id) REFERENCES duty (id)
);
CREATE INDEX completion_of_task ON completion (key_task_id, id);

-- The unique key keeps a repeated sweep from escalating twice for one due date.
CREATE TABLE escalation (
    id          BIGINT      NOT NULL PRIMARY KEY,
    key_task_id BIGINT      NOT NULL,
    level_no    INT         NOT NULL,
    due_on      DATE        NOT NULL,
    days_late   INT         NOT NULL,
    rule_name   VARCHAR(60) NOT NULL,
    raised_at   DATETIME    NOT NULL,
    CONSTRAINT escalation_once UNIQUE (key_task_id, level_no, due_on),
    CONSTRAINT escalation_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id)
);

-- What was urged: a late acknowledgement of a duty or a late report; once per subject and due moment.
CREATE TABLE urge (
    id         BIGINT      NOT NULL PRIMARY KEY,
    duty_id    BIGINT      NOT NULL,
    cause      VARCHAR(30) NOT NULL,
    subject_id BIGINT      NOT NULL,
    due_on     DATE        NOT NULL,
    sent_at    DATETIME    NOT NULL,
    CONSTRAINT urge_once UNIQUE (cause, subject_id, due_on),
    CONSTRAINT urge_duty FOREIGN KEY (duty_id) REFERENCES duty (id)
);
CREATE INDEX urge_of_duty ON urge (duty_id, id);

CREATE TABLE timeline_event (
    id            BIGINT      NOT NULL PRIMARY KEY,
    key_task_id   BIGINT      NOT NULL,
    kind          VARCHAR(40) NOT NULL,
    department_id BIGINT,
    actor_id      BIGINT,
    note          VARCHAR(4000),
    figure        VARCHAR(100),
    occurred_at   DATETIME    NOT NULL,
    CONSTRAINT timeline_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id)
);
CREATE INDEX timeline_of_task ON timeline_event (key_task_id, id);

-- One row per thing that waits for somebody: for a department, or (department_id null) for the directive's supervisors.
CREATE TABLE open_item (
    id            BIGINT      NOT NULL PRIMARY KEY,
    kind          VARCHAR(30) NOT NULL,
    subject_id    BIGINT      NOT NULL,
    key_task_id   BIGINT      NOT NULL,
    directive_id  BIGINT      NOT NULL,
    department_id BIGINT,
    about_id      BIGINT,
    due_on        DATE        NOT NULL,
    opened_at     DATETIME    NOT NULL,
    CONSTRAINT open_item_once UNIQUE (kind, subject_id),
    CONSTRAINT open_item_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id)
);
CREATE INDEX open_item_of_department ON open_item (department_id, due_on, id);
CREATE INDEX open_item_of_directive ON open_item (directive_id, department_id, due_on, id);
CREATE INDEX open_item_of_task ON open_item (key_task_id, id);

-- The engine puts no unique key on a business key, so this one stands in the way of a second instance.
CREATE TABLE started_process (
    definition   VARCHAR(60) NOT NULL,
    business_key VARCHAR(40) NOT NULL,
    started_at   DATETIME    NOT NULL,
    CONSTRAINT started_process_once PRIMARY KEY (definition, business_key)
);
