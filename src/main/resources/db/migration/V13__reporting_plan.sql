-- How the departments of a directive report on periods that open from now on. A day up to the 10th is one of the month after
-- the period. Contributions are asked for so many working days before the report is due; 0: they are not asked for.
ALTER TABLE directive ADD COLUMN report_day INT DEFAULT 25 NOT NULL;
ALTER TABLE directive ADD COLUMN head_approves BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE directive ADD COLUMN contribution_days INT DEFAULT 3 NOT NULL;
-- When the frequency was changed after the launch; null where it never was.
ALTER TABLE directive ADD COLUMN reporting_since DATETIME;

-- The plan as it was when the period opened. closes_on is null for periods that opened before periods were closed.
ALTER TABLE reporting_period ADD COLUMN closes_on DATE;
ALTER TABLE reporting_period ADD COLUMN head_approves BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE reporting_period ADD COLUMN contribution_days INT DEFAULT 0 NOT NULL;

-- covered_by: the report of the same duty that tells of this one's period, which was missed.
ALTER TABLE progress_report ADD COLUMN final_report BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE progress_report ADD COLUMN covered_by BIGINT;
-- Who put it before the head of the department, and what the head said who sent it back last.
ALTER TABLE progress_report ADD COLUMN to_head_by BIGINT;
ALTER TABLE progress_report ADD COLUMN to_head_at DATETIME;
ALTER TABLE progress_report ADD COLUMN head_reason VARCHAR(2000);
ALTER TABLE progress_report ADD COLUMN head_decided_by BIGINT;
ALTER TABLE progress_report ADD COLUMN head_decided_at DATETIME;
CREATE INDEX progress_report_of_duty ON progress_report (duty_id, state);

-- What became of the head's approval where it was asked for. Who had accepted what was sent back by 整体退回 afterwards.
ALTER TABLE report_submission ADD COLUMN approval VARCHAR(20);
ALTER TABLE report_submission ADD COLUMN approved_by BIGINT;
ALTER TABLE report_submission ADD COLUMN accepted_by BIGINT;
ALTER TABLE report_submission ADD COLUMN accepted_at DATETIME;

-- What a cooperating department is asked to add to the report of the lead.
CREATE TABLE contribution (
    id            BIGINT      NOT NULL PRIMARY KEY,
    report_id     BIGINT      NOT NULL,
    period_id     BIGINT      NOT NULL,
    key_task_id   BIGINT      NOT NULL,
    duty_id       BIGINT      NOT NULL,
    department_id BIGINT      NOT NULL,
    state         VARCHAR(20) NOT NULL,
    due_on        DATE        NOT NULL,
    body          VARCHAR(2000),
    submitted_by  BIGINT,
    submitted_at  DATETIME,
    closed_at     DATETIME,
    CONSTRAINT contribution_once UNIQUE (report_id, duty_id),
    CONSTRAINT contribution_report FOREIGN KEY (report_id) REFERENCES progress_report (id),
    CONSTRAINT contribution_duty FOREIGN KEY (duty_id) REFERENCES duty (id),
    CONSTRAINT contribution_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id)
);
CREATE INDEX contribution_of_task ON contribution (key_task_id, period_id);
CREATE INDEX contribution_of_duty ON contribution (duty_id, state);
CREATE INDEX contribution_late ON contribution (state, due_on, id);
