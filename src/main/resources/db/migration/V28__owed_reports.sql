-- Duties that are yet to be asked for a report on a period that has opened: gone once they are, or need not be any more.
CREATE TABLE owed_report (
    period_id BIGINT NOT NULL,
    duty_id   BIGINT NOT NULL,
    CONSTRAINT owed_report_key PRIMARY KEY (period_id, duty_id),
    CONSTRAINT owed_report_period FOREIGN KEY (period_id) REFERENCES reporting_period (id),
    CONSTRAINT owed_report_duty FOREIGN KEY (duty_id) REFERENCES duty (id)
);
