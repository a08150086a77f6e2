-- What the lights are read from besides: reports that were never handed in, and what the supervisors think of the work,
-- which stands apart from the percentages of the departments.
ALTER TABLE key_task ADD COLUMN missed_reports INT DEFAULT 0 NOT NULL;
ALTER TABLE key_task ADD COLUMN verdict VARCHAR(20) DEFAULT 'NONE' NOT NULL;

-- The rest of what it takes to explain a light; version 0 is from before there were tables.
ALTER TABLE key_task ADD COLUMN light_version INT DEFAULT 0 NOT NULL;
ALTER TABLE key_task ADD COLUMN light_threshold INT DEFAULT 0 NOT NULL;
ALTER TABLE key_task ADD COLUMN light_state VARCHAR(20) DEFAULT 'RUNNING' NOT NULL;
ALTER TABLE key_task ADD COLUMN light_level INT DEFAULT 0 NOT NULL;
ALTER TABLE key_task ADD COLUMN light_missed INT DEFAULT 0 NOT NULL;
ALTER TABLE key_task ADD COLUMN light_verdict VARCHAR(20) DEFAULT 'NONE' NOT NULL;
UPDATE key_task SET light_threshold = 30 WHERE light_rule = 'FAR_BEHIND';
UPDATE key_task SET light_threshold = 10 WHERE light_rule IN ('BEHIND', 'DUE_SOON');
UPDATE key_task SET light_state = light_rule WHERE light_rule IN ('CLOSED_LATE', 'CLOSED_IN_TIME', 'NOT_STARTED');

-- Rows are added where the light or its rule changes, and never changed.
CREATE TABLE light_change (
    id              BIGINT      NOT NULL PRIMARY KEY,
    key_task_id     BIGINT      NOT NULL,
    from_light      VARCHAR(10) NOT NULL,
    from_rule       VARCHAR(60) NOT NULL,
    light           VARCHAR(10) NOT NULL,
    light_rule      VARCHAR(60) NOT NULL,
    light_version   INT         NOT NULL,
    light_threshold INT         NOT NULL,
    light_state     VARCHAR(20) NOT NULL,
    light_days_to_due INT       NOT NULL,
    light_level     INT         NOT NULL,
    light_missed    INT         NOT NULL,
    light_verdict   VARCHAR(20) NOT NULL,
    light_elapsed   INT         NOT NULL,
    light_percent   INT         NOT NULL,
    light_at        DATETIME    NOT NULL,
    CONSTRAINT light_change_of_task FOREIGN KEY (key_task_id) REFERENCES key_task (id)
);
CREATE INDEX light_change_in_order ON light_change (key_task_id, id);

-- The last row of a key task is the verdict that holds; NONE takes an earlier one back.
CREATE TABLE supervisor_verdict (
    id          BIGINT        NOT NULL PRIMARY KEY,
    key_task_id BIGINT        NOT NULL,
    verdict     VARCHAR(20)   NOT NULL,
    reason      VARCHAR(2000) NOT NULL,
    given_by    BIGINT        NOT NULL,
    given_at    DATETIME      NOT NULL,
    CONSTRAINT supervisor_verdict_of_task FOREIGN KEY (key_task_id) REFERENCES key_task (id),
    CONSTRAINT supervisor_verdict_by FOREIGN KEY (given_by) REFERENCES account (id)
);
CREATE INDEX supervisor_verdict_in_order ON supervisor_verdict (key_task_id, id);
