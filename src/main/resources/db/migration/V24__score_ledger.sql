-- What speaks for or against a department, as it was when it happened; rows are added and never changed. What happened
-- before this table existed is not made up: the ledger counts from its first row. The source names what happened, so that
-- nothing is counted twice.
CREATE TABLE score_event (
    id                BIGINT       NOT NULL PRIMARY KEY,
    source            VARCHAR(100) NOT NULL,
    timeline_event_id BIGINT       NOT NULL,
    kind              VARCHAR(30)  NOT NULL,
    directive_id      BIGINT       NOT NULL,
    key_task_id       BIGINT       NOT NULL,
    duty_id           BIGINT       NOT NULL,
    department_id     BIGINT       NOT NULL,
    duty_role         VARCHAR(20)  NOT NULL,
    due_on            DATE,
    working_days_late INT          NOT NULL,
    level_no          INT          NOT NULL,
    outcome           VARCHAR(20)  NOT NULL,
    due_basis         VARCHAR(20)  NOT NULL,
    occurred_at       DATETIME     NOT NULL,
    CONSTRAINT score_event_once UNIQUE (source),
    CONSTRAINT score_event_timeline FOREIGN KEY (timeline_event_id) REFERENCES timeline_event (id),
    CONSTRAINT score_event_directive FOREIGN KEY (directive_id) REFERENCES directive (id),
    CONSTRAINT score_event_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id),
    CONSTRAINT score_event_duty FOREIGN KEY (duty_id) REFERENCES duty (id),
    CONSTRAINT score_event_department FOREIGN KEY (department_id) REFERENCES department (id)
);
CREATE INDEX score_event_of_department ON score_event (department_id, occurred_at);
CREATE INDEX score_event_of_directive ON score_event (directive_id, occurred_at);
CREATE INDEX score_event_by_moment ON score_event (occurred_at);

-- A computation anew: all events up to one, by one version of the table, beside what was counted before. The running
-- ledger is no row: it is number 0, and has a line for each event by the version of its moment.
CREATE TABLE score_ledger (
    id           BIGINT       NOT NULL PRIMARY KEY,
    made_by      BIGINT       NOT NULL,
    note         VARCHAR(200) NOT NULL,
    rule_version INT          NOT NULL,
    up_to        BIGINT       NOT NULL,
    events       INT          NOT NULL,
    reached      BIGINT       NOT NULL,
    counted      INT          NOT NULL,
    started_at   DATETIME     NOT NULL,
    finished_at  DATETIME,
    CONSTRAINT score_ledger_by FOREIGN KEY (made_by) REFERENCES account (id)
);

-- Rows are added and never changed. The part is LINE or, where an appeal against it was upheld, COUNTER: the same points
-- with the other sign, beside the line.
CREATE TABLE score_line (
    id           BIGINT       NOT NULL PRIMARY KEY,
    ledger_id    BIGINT       NOT NULL,
    event_id     BIGINT       NOT NULL,
    part         VARCHAR(10)  NOT NULL,
    points       INT          NOT NULL,
    rule_name    VARCHAR(60)  NOT NULL,
    rule_version INT          NOT NULL,
    inputs       VARCHAR(300) NOT NULL,
    counter_of   BIGINT,
    decided_at   DATETIME     NOT NULL,
    CONSTRAINT score_line_once UNIQUE (ledger_id, event_id, part),
    CONSTRAINT score_line_event FOREIGN KEY (event_id) REFERENCES score_event (id),
    CONSTRAINT score_line_counter FOREIGN KEY (counter_of) REFERENCES score_line (id)
);

-- Against a line of the running ledger, once.
CREATE TABLE score_appeal (
    id              BIGINT        NOT NULL PRIMARY KEY,
    line_id         BIGINT        NOT NULL,
    event_id        BIGINT        NOT NULL,
    state           VARCHAR(20)   NOT NULL,
    reason          VARCHAR(2000) NOT NULL,
    due_on          DATE          NOT NULL,
    appealed_by     BIGINT        NOT NULL,
    appealed_at     DATETIME      NOT NULL,
    decision_reason VARCHAR(2000),
    decided_by      BIGINT,
    decided_at      DATETIME,
    CONSTRAINT score_appeal_once UNIQUE (event_id),
    CONSTRAINT score_appeal_line FOREIGN KEY (line_id) REFERENCES score_line (id),
    CONSTRAINT score_appeal_event FOREIGN KEY (event_id) REFERENCES score_event (id),
    CONSTRAINT score_appeal_by FOREIGN KEY (appealed_by) REFERENCES account (id),
    CONSTRAINT score_appeal_decided_by FOREIGN KEY (decided_by) REFERENCES account (id)
);
CREATE INDEX score_appeal_open ON score_appeal (state, id);
