-- Where an application for completion stands, or how it ended; the earlier ones knew fewer ways.
ALTER TABLE completion ADD COLUMN state VARCHAR(20) DEFAULT 'VERIFYING' NOT NULL;
UPDATE completion SET state = CASE WHEN outcome IS NULL THEN 'SENT_BACK' ELSE 'CLOSED' END WHERE decided_at IS NOT NULL;

-- What an application says of each target; met is null where a person judges it.
CREATE TABLE completion_target (
    completion_id BIGINT        NOT NULL,
    target_id     BIGINT        NOT NULL,
    amount        DECIMAL(20, 4),
    met           BOOLEAN,
    note          VARCHAR(1000) NOT NULL,
    CONSTRAINT completion_target_pair PRIMARY KEY (completion_id, target_id),
    CONSTRAINT completion_target_completion FOREIGN KEY (completion_id) REFERENCES completion (id),
    CONSTRAINT completion_target_target FOREIGN KEY (target_id) REFERENCES target (id)
);

-- What another department says to an application; the department is the one that was asked or took its place.
CREATE TABLE countersignature (
    id            BIGINT      NOT NULL PRIMARY KEY,
    completion_id BIGINT      NOT NULL,
    key_task_id   BIGINT      NOT NULL,
    duty_id       BIGINT      NOT NULL,
    department_id BIGINT      NOT NULL,
    state         VARCHAR(20) NOT NULL,
    due_on        DATE        NOT NULL,
    asked_at      DATETIME    NOT NULL,
    opinion       VARCHAR(2000),
    ended_by      BIGINT,
    ended_at      DATETIME,
    CONSTRAINT countersignature_once UNIQUE (completion_id, duty_id),
    CONSTRAINT countersignature_completion FOREIGN KEY (completion_id) REFERENCES completion (id),
    CONSTRAINT countersignature_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id),
    CONSTRAINT countersignature_duty FOREIGN KEY (duty_id) REFERENCES duty (id)
);
CREATE INDEX countersignature_of_task ON countersignature (key_task_id, state);
CREATE INDEX countersignature_open ON countersignature (state, id);

-- A random draw among the applications that waited; seed and candidates in their order give the same draw again.
CREATE TABLE check_sample (
    id            BIGINT   NOT NULL PRIMARY KEY,
    directive_id  BIGINT   NOT NULL,
    share_percent INT      NOT NULL,
    seed          BIGINT   NOT NULL,
    drawn_by      BIGINT   NOT NULL,
    drawn_at      DATETIME NOT NULL,
    CONSTRAINT check_sample_directive FOREIGN KEY (directive_id) REFERENCES directive (id)
);
CREATE INDEX check_sample_of_directive ON check_sample (directive_id, id);

CREATE TABLE check_sample_candidate (
    sample_id     BIGINT  NOT NULL,
    position_no   INT     NOT NULL,
    completion_id BIGINT  NOT NULL,
    drawn         BOOLEAN NOT NULL,
    CONSTRAINT check_sample_candidate_place PRIMARY KEY (sample_id, position_no),
    CONSTRAINT check_sample_candidate_sample FOREIGN KEY (sample_id) REFERENCES check_sample (id),
    CONSTRAINT check_sample_candidate_completion FOREIGN KEY (completion_id) REFERENCES completion (id)
);

CREATE TABLE site_check (
    id            BIGINT        NOT NULL PRIMARY KEY,
    completion_id BIGINT        NOT NULL,
    key_task_id   BIGINT        NOT NULL,
    sample_id     BIGINT,
    state         VARCHAR(20)   NOT NULL,
    planned_on    DATE          NOT NULL,
    place         VARCHAR(200),
    inspectors    VARCHAR(200)  NOT NULL,
    reason        VARCHAR(2000),
    ordered_by    BIGINT        NOT NULL,
    ordered_at    DATETIME      NOT NULL,
    finding       VARCHAR(2000),
    ended_by      BIGINT,
    ended_at      DATETIME,
    CONSTRAINT site_check_completion FOREIGN KEY (completion_id) REFERENCES completion (id),
    CONSTRAINT site_check_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id),
    CONSTRAINT site_check_sample FOREIGN KEY (sample_id) REFERENCES check_sample (id)
);
CREATE INDEX site_check_of_completion ON site_check (completion_id, id);
CREATE INDEX site_check_of_task ON site_check (key_task_id, state);

-- Each end of a key task as it was then, whatever comes after: a task that was late stays late in its history.
CREATE TABLE key_task_closing (
    id               BIGINT      NOT NULL PRIMARY KEY,
    key_task_id      BIGINT      NOT NULL,
    state            VARCHAR(20) NOT NULL,
    outcome          VARCHAR(20),
    due_on           DATE        NOT NULL,
    percent          INT         NOT NULL,
    escalation_level INT         NOT NULL,
    reason           VARCHAR(2000),
    closed_by        BIGINT,
    closed_at        DATETIME    NOT NULL,
    reopen_reason    VARCHAR(2000),
    new_due_on       DATE,
    reopened_by      BIGINT,
    reopened_at      DATETIME,
    CONSTRAINT key_task_closing_task FOREIGN KEY (key_task_id) REFERENCES key_task (id)
);
CREATE INDEX key_task_closing_of_task ON key_task_closing (key_task_id, id);
INSERT INTO key_task_closing (id, key_task_id, state, outcome, due_on, percent, escalation_level, reason, closed_by, closed_at)
SELECT t.id, t.id, 'CLOSED', t.outcome, t.due_on, t.percent, t.escalation_level, c.reason, c.decided_by, t.closed_at
  FROM key_task t
  LEFT JOIN completion c ON c.id = (SELECT MAX(x.id) FROM completion x WHERE x.key_task_id = t.id AND x.outcome IS NOT NULL)
 WHERE t.closed_at IS NOT NULL;

-- Since when it runs again; null for what was never reopened.
ALTER TABLE key_task ADD COLUMN reopened_at DATETIME;
