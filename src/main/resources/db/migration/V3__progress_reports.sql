CREATE TABLE reporting_period (
    id           BIGINT   NOT NULL PRIMARY KEY,
    directive_id BIGINT   NOT NULL,
    from_day     DATE     NOT NULL,
    to_day       DATE     NOT NULL,
    due_on       DATE     NOT NULL,
    opened_at    DATETIME NOT NULL,
    CONSTRAINT reporting_period_once UNIQUE (directive_id, from_day),
    CONSTRAINT reporting_period_directive FOREIGN KEY (directive_id) REFERENCES directive (id)
);

-- What a department is writing (draft columns) and where the report stands; each hand-in is kept in report_submission.
CREATE TABLE progress_report (
    id                 BIGINT      NOT NULL PRIMARY KEY,
    period_id          BIGINT      NOT NULL,
    duty_id            BIGINT      NOT NULL,
    key_task_id        BIGINT      NOT NULL,
    department_id      BIGINT      NOT NULL,
    state              VARCHAR(20) NOT NULL,
    original_due_on    DATE        NOT NULL,
    due_on             DATE        NOT NULL,
    draft_percent      INT,
    draft_body         VARCHAR(4000),
    draft_problems     VARCHAR(2000),
    draft_saved_at     DATETIME,
    draft_saved_by     BIGINT,
    draft_revision     INT         NOT NULL,
    first_submitted_at DATETIME,
    times_returned     INT         NOT NULL,
    closed_at          DATETIME,
    CONSTRAINT progress_report_once UNIQUE (duty_id, period_id),
    CONSTRAINT progress_report_period FOREIGN KEY (period_id) REFERENCES reporting_period (id),
    CONSTRAINT progress_report_duty FOREIGN KEY (duty_id) REFERENCES duty (id),
    CONSTRAINT progress_report_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id)
);
CREATE INDEX progress_report_of_task ON progress_report (key_task_id, id);
CREATE INDEX progress_report_late ON progress_report (state, due_on, id);

CREATE TABLE report_draft_actual (
    report_id BIGINT NOT NULL,
    target_id BIGINT NOT NULL,
    amount    DECIMAL(20, 4) NOT NULL,
    CONSTRAINT report_draft_actual_pair PRIMARY KEY (report_id, target_id),
    CONSTRAINT report_draft_actual_report FOREIGN KEY (report_id) REFERENCES progress_report (id),
    CONSTRAINT report_draft_actual_target FOREIGN KEY (target_id) REFERENCES target (id)
);

CREATE TABLE report_submission (
    id              BIGINT        NOT NULL PRIMARY KEY,
    report_id       BIGINT        NOT NULL,
    round_no        INT           NOT NULL,
    percent         INT           NOT NULL,
    body            VARCHAR(4000) NOT NULL,
    problems        VARCHAR(2000),
    submitted_by    BIGINT        NOT NULL,
    submitted_at    DATETIME      NOT NULL,
    late            BOOLEAN       NOT NULL,
    decision        VARCHAR(20),
    decision_reason VARCHAR(2000),
    new_due_on      DATE,
    reviewed_by     BIGINT,
    reviewed_at     DATETIME,
    CONSTRAINT report_submission_round UNIQUE (report_id, round_no),
    CONSTRAINT report_submission_report FOREIGN KEY (report_id) REFERENCES progress_report (id)
);

CREATE TABLE submission_actual (
    submission_id BIGINT         NOT NULL,
    target_id     BIGINT         NOT NULL,
    amount        DECIMAL(20, 4) NOT NULL,
    CONSTRAINT submission_actual_pair PRIMARY KEY (submission_id, target_id),
    CONSTRAINT submission_actual_submission FOREIGN KEY (submission_id) REFERENCES report_submission (id),
    CONSTRAINT submission_actual_target FOREIGN KEY (target_id) REFERENCES target (id)
);

CREATE TABLE attachment (
    id            BIGINT       NOT NULL PRIMARY KEY,
    report_id     BIGINT       NOT NULL,
    file_name     VARCHAR(255) NOT NULL,
    media_type    VARCHAR(120) NOT NULL,
    size_bytes    BIGINT       NOT NULL,
    sha256        CHAR(64)     NOT NULL,
    storage_name  VARCHAR(60)  NOT NULL,
    uploaded_by   BIGINT       NOT NULL,
    uploaded_at   DATETIME     NOT NULL,
    submitted     BOOLEAN      NOT NULL,
    CONSTRAINT attachment_storage_name UNIQUE (storage_name),
    CONSTRAINT attachment_report FOREIGN KEY (report_id) REFERENCES progress_report (id)
);
CREATE INDEX attachment_of_report ON attachment (report_id, id);
