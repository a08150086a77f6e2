-- What became void stays as history, and its successor stands beside it: the number is that of its void predecessors for
-- the same duty and period, so that two successors at once collide. The new key comes first: a foreign key needs either.
ALTER TABLE progress_report ADD COLUMN predecessors INT DEFAULT 0 NOT NULL;
ALTER TABLE progress_report ADD CONSTRAINT progress_report_succession UNIQUE (duty_id, period_id, predecessors);
ALTER TABLE progress_report DROP CONSTRAINT progress_report_once;

-- Why nobody was asked for reports on the period; null for all that were opened.
ALTER TABLE reporting_period ADD COLUMN missed_reason VARCHAR(40);

-- End of the department's first clock for signing; null while that one is the only one.
ALTER TABLE duty ADD COLUMN first_acknowledge_by DATETIME;
