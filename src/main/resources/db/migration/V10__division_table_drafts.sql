-- Where a division table was read from. The text is that of the one document; all positions count in it (UTF-16).
CREATE TABLE directive_source (
    directive_id BIGINT   NOT NULL PRIMARY KEY,
    file_name    VARCHAR(255),
    body         LONGTEXT NOT NULL,
    imported_by  BIGINT   NOT NULL,
    imported_at  DATETIME NOT NULL,
    CONSTRAINT directive_source_of FOREIGN KEY (directive_id) REFERENCES directive (id)
);

-- Who edited the draft last, for whoever comes second to something that is gone; and how often its facts were edited.
ALTER TABLE directive ADD COLUMN edited_by BIGINT;
ALTER TABLE directive ADD COLUMN edited_at DATETIME;
ALTER TABLE directive ADD COLUMN facts_revision INT DEFAULT 0 NOT NULL;

-- A row that was dropped can be taken back. "dropped" is 0, or the row's own identifier: its number is free for another.
-- The new key comes first: a foreign key needs either.
ALTER TABLE division_row ADD COLUMN body LONGTEXT;
ALTER TABLE division_row ADD COLUMN quote_start INT;
ALTER TABLE division_row ADD COLUMN quote_end INT;
ALTER TABLE division_row ADD COLUMN deadline_phrase VARCHAR(500);
ALTER TABLE division_row ADD COLUMN reporting VARCHAR(20);
ALTER TABLE division_row ADD COLUMN dropped BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE division_row ADD COLUMN revision INT DEFAULT 0 NOT NULL;
ALTER TABLE division_row ADD COLUMN edited_by BIGINT;
ALTER TABLE division_row ADD COLUMN edited_at DATETIME;
ALTER TABLE division_row ADD CONSTRAINT division_row_number UNIQUE (directive_id, row_no, dropped);
ALTER TABLE division_row DROP CONSTRAINT division_row_no;

-- Where the name of the department stands in the source, and how it came to mean this department.
ALTER TABLE division_assignment ADD COLUMN range_start INT;
ALTER TABLE division_assignment ADD COLUMN range_end INT;
ALTER TABLE division_assignment ADD COLUMN binding VARCHAR(20);

-- A name that means no department yet. It keeps its row from being launched.
CREATE TABLE unresolved_name (
    id           BIGINT       NOT NULL PRIMARY KEY,
    row_id       BIGINT       NOT NULL,
    printed_name VARCHAR(300) NOT NULL,
    duty_role    VARCHAR(20)  NOT NULL,
    is_group     BOOLEAN      NOT NULL,
    position_no  INT          NOT NULL,
    range_start  INT,
    range_end    INT,
    CONSTRAINT unresolved_name_row FOREIGN KEY (row_id) REFERENCES division_row (id)
);
CREATE INDEX unresolved_name_of_row ON unresolved_name (row_id, position_no);

-- What stayed ambiguous when the row was read. While a blocking one is undecided the row cannot be launched.
CREATE TABLE row_warning (
    id          BIGINT        NOT NULL PRIMARY KEY,
    row_id      BIGINT        NOT NULL,
    kind        VARCHAR(40)   NOT NULL,
    blocking    BOOLEAN       NOT NULL,
    detail      VARCHAR(1000) NOT NULL,
    range_start INT,
    range_end   INT,
    decision    VARCHAR(20),
    decided_by  BIGINT,
    decided_at  DATETIME,
    CONSTRAINT row_warning_row FOREIGN KEY (row_id) REFERENCES division_row (id)
);
CREATE INDEX row_warning_of_row ON row_warning (row_id, id);

-- Who of the directive's supervisors answers for the row; none: all of them.
CREATE TABLE row_supervisor (
    row_id     BIGINT NOT NULL,
    account_id BIGINT NOT NULL,
    CONSTRAINT row_supervisor_pair PRIMARY KEY (row_id, account_id),
    CONSTRAINT row_supervisor_row FOREIGN KEY (row_id) REFERENCES division_row (id),
    CONSTRAINT row_supervisor_account FOREIGN KEY (account_id) REFERENCES account (id)
);

CREATE TABLE key_task_supervisor (
    key_task_id BIGINT NOT NULL,
    account_id  BIGINT NOT NULL,
    CONSTRAINT key_task_supervisor_pair PRIMARY KEY (key_task_id, account_id),
    CONSTRAINT key_task_supervisor_task FOREIGN KEY (key_task_id) REFERENCES key_task (id),
    CONSTRAINT key_task_supervisor_account FOREIGN KEY (account_id) REFERENCES account (id)
);

-- How often is reported on the key task; null: as on its directive.
ALTER TABLE key_task ADD COLUMN reporting VARCHAR(20);

-- Periods of different lengths run beside each other.
ALTER TABLE reporting_period ADD COLUMN frequency VARCHAR(20) DEFAULT 'QUARTERLY' NOT NULL;
UPDATE reporting_period SET frequency = (SELECT d.reporting FROM directive d WHERE d.id = reporting_period.directive_id);
ALTER TABLE reporting_period ADD CONSTRAINT reporting_period_begins UNIQUE (directive_id, frequency, from_day);
ALTER TABLE reporting_period DROP CONSTRAINT reporting_period_once;

-- What the texts of running key tasks have in common, as hashes: those that share some are compared in full.
CREATE TABLE task_likeness (
    band        BIGINT NOT NULL,
    key_task_id BIGINT NOT NULL,
    CONSTRAINT task_likeness_pair PRIMARY KEY (band, key_task_id)
);
CREATE INDEX task_likeness_of ON task_likeness (key_task_id);
