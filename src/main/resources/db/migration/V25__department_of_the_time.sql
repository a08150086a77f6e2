-- History keeps whose it was when a duty goes to another department: who applied, who asked, who was reminded. What waits
-- for a decision goes with the duty. What there is already is told by the timeline's entry of that action.
ALTER TABLE completion ADD COLUMN department_id BIGINT DEFAULT 0 NOT NULL;
UPDATE completion SET department_id = (SELECT y.department_id FROM duty y WHERE y.id = completion.duty_id);
UPDATE completion
   SET department_id = COALESCE(
       (SELECT e.department_id FROM timeline_event e
         WHERE e.key_task_id = completion.key_task_id AND e.kind = 'COMPLETION_APPLIED'
           AND e.occurred_at >= completion.applied_at
         ORDER BY e.id LIMIT 1), department_id)
 WHERE decided_at IS NOT NULL;
ALTER TABLE completion ADD CONSTRAINT completion_department FOREIGN KEY (department_id) REFERENCES department (id);

ALTER TABLE extension ADD COLUMN department_id BIGINT DEFAULT 0 NOT NULL;
UPDATE extension SET department_id = (SELECT y.department_id FROM duty y WHERE y.id = extension.duty_id);
UPDATE extension
   SET department_id = COALESCE(
       (SELECT e.department_id FROM timeline_event e
         WHERE e.key_task_id = extension.key_task_id AND e.kind IN ('EXTENSION_ASKED', 'EXTENSION_SUBMITTED')
           AND e.occurred_at >= extension.asked_at
         ORDER BY e.id LIMIT 1), department_id)
 WHERE state NOT IN ('SIGNING', 'DECIDING');
ALTER TABLE extension ADD CONSTRAINT extension_department FOREIGN KEY (department_id) REFERENCES department (id);

-- No entry tells of reminders; of the ways that a duty can go, transfers are known with their days. Null for those of the
-- key task itself.
ALTER TABLE reminder ADD COLUMN department_id BIGINT;
UPDATE reminder
   SET department_id = COALESCE(
       (SELECT x.from_department_id FROM duty_transfer x
         WHERE x.duty_id = reminder.duty_id AND x.decision = 'APPROVED' AND x.decided_at >= reminder.sent_at
         ORDER BY x.id LIMIT 1),
       (SELECT y.department_id FROM duty y WHERE y.id = reminder.duty_id));
