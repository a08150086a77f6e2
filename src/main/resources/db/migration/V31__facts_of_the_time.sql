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

-- Which department had a duty from when to when, and when it signed for it; the duty says who has it now. What there is is
-- told by the transfers and successions, as far as they are known. The departments are those of duties, and kept from
-- being locked.
CREATE TABLE duty_held (
    id            BIGINT      NOT NULL PRIMARY KEY,
    duty_id       BIGINT      NOT NULL,
    department_id BIGINT      NOT NULL,
    duty_role     VARCHAR(20) NOT NULL,
    held_from     DATETIME    NOT NULL,
    held_until    DATETIME,
    signed_at     DATETIME,
    CONSTRAINT duty_held_duty FOREIGN KEY (duty_id) REFERENCES duty (id)
);
CREATE INDEX duty_held_of ON duty_held (duty_id, held_until);
CREATE INDEX duty_held_by ON duty_held (department_id, held_from);

INSERT INTO duty_held (id, duty_id, department_id, duty_role, held_from, held_until, signed_at)
SELECT x.id, x.duty_id, x.from_department_id, y.duty_role,
       COALESCE((SELECT MAX(b.decided_at) FROM duty_transfer b
                  WHERE b.duty_id = x.duty_id AND b.decision = 'APPROVED' AND b.id < x.id), t.launched_at),
       x.decided_at, x.acknowledged_at
  FROM duty_transfer x JOIN duty y ON y.id = x.duty_id JOIN key_task t ON t.id = y.key_task_id
 WHERE x.decision = 'APPROVED';

INSERT INTO duty_held (id, duty_id, department_id, duty_role, held_from, held_until, signed_at)
SELECT s.id, s.duty_id, s.department_id, y.duty_role, t.launched_at, s.decided_at, y.acknowledged_at
  FROM succession_proposal s JOIN duty y ON y.id = s.duty_id JOIN key_task t ON t.id = y.key_task_id
 WHERE s.decision = 'ACCEPTED' AND s.department_id <> y.department_id;

INSERT INTO duty_held (id, duty_id, department_id, duty_role, held_from, held_until, signed_at)
SELECT y.id, y.id, y.department_id, y.duty_role,
       COALESCE((SELECT MAX(h.held_until) FROM duty_held h WHERE h.duty_id = y.id), t.launched_at),
       CASE y.state WHEN 'WITHDRAWN' THEN COALESCE(
           (SELECT MAX(s.decided_at) FROM succession_proposal s WHERE s.duty_id = y.id AND s.decision = 'ACCEPTED'),
           (SELECT MAX(d.decided_at) FROM dispute d WHERE d.duty_id = y.id),
           t.closed_at, t.launched_at) END,
       y.acknowledged_at
  FROM duty y JOIN key_task t ON t.id = y.key_task_id;

-- About a sub-task that the department has split off for itself, which brings it no points.
ALTER TABLE score_event ADD COLUMN own_part BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE score_event SET own_part = TRUE
 WHERE EXISTS (SELECT 1 FROM timeline_event o
                WHERE o.key_task_id = score_event.key_task_id AND o.kind = 'SPLIT_OFF'
                  AND o.department_id = score_event.department_id);

-- They follow from the duty, and made each deed wait for whoever locks the directive or the department.
ALTER TABLE score_event DROP CONSTRAINT score_event_directive;
ALTER TABLE score_event DROP CONSTRAINT score_event_department;
