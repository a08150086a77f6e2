-- Until when an application for completion was in time when it was made: the day of the key task may move while it waits.
ALTER TABLE completion ADD COLUMN due_on DATE;
UPDATE completion SET due_on = COALESCE(
       (SELECT g.due_on FROM key_task_closing g
         WHERE g.key_task_id = completion.key_task_id AND g.closed_at >= completion.applied_at
         ORDER BY g.closed_at, g.id LIMIT 1),
       (SELECT t.due_on FROM key_task t WHERE t.id = completion.key_task_id));
-- A standstill that began after the application moved it since.
UPDATE completion SET due_on = COALESCE(
       (SELECT s.old_due_on FROM suspension s
         WHERE s.key_task_id = completion.key_task_id AND s.ending = 'RESUMED' AND s.suspended_at >= completion.applied_at
           AND s.ended_at <= COALESCE(completion.decided_at, s.ended_at)
         ORDER BY s.id LIMIT 1), due_on);

-- Which department handed a report in: the duty may have gone to another one before the review.
ALTER TABLE report_submission ADD COLUMN department_id BIGINT DEFAULT 0 NOT NULL;
UPDATE report_submission
   SET department_id = COALESCE(
       (SELECT x.from_department_id FROM duty_transfer x JOIN progress_report g ON g.duty_id = x.duty_id
         WHERE g.id = report_submission.report_id AND x.decision = 'APPROVED'
           AND x.decided_at >= report_submission.submitted_at
         ORDER BY x.decided_at, x.id LIMIT 1),
       (SELECT y.department_id FROM duty y JOIN progress_report g ON g.duty_id = y.id
         WHERE g.id = report_submission.report_id));
ALTER TABLE report_submission ADD CONSTRAINT report_submission_department FOREIGN KEY (department_id) REFERENCES department (id);
