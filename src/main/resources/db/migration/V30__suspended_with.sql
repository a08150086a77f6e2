-- With which suspension of a key task above it this one began, and ends; null where the supervisors had the key task itself
-- stand still. Those that last and began in one moment began together. What goes on with another one is looked at with it.
ALTER TABLE suspension ADD COLUMN with_id BIGINT;
ALTER TABLE suspension ADD CONSTRAINT suspension_with FOREIGN KEY (with_id) REFERENCES suspension (id);
UPDATE suspension
   SET with_id = (SELECT MAX(above.id)
                    FROM key_task t
                    JOIN key_task p ON p.id = t.parent_id
                    LEFT JOIN key_task g ON g.id = p.parent_id
                    JOIN (SELECT s.id, s.key_task_id, s.suspended_at FROM suspension s WHERE s.ended_at IS NULL) above
                      ON above.key_task_id IN (p.id, g.id, g.parent_id)
                   WHERE t.id = suspension.key_task_id AND above.suspended_at = suspension.suspended_at)
 WHERE ended_at IS NULL;
DELETE FROM open_item
 WHERE kind = 'RESUME'
   AND key_task_id IN (SELECT s.key_task_id FROM suspension s WHERE s.with_id IS NOT NULL AND s.ended_at IS NULL);

-- Whoever looks for what lies below a key task reads its tree.
CREATE INDEX key_task_of_root ON key_task (root_id, id);

-- For which due day the urge holds since the clocks stood still; null where they never did. due_on is that of the day, so
-- that two of them may come to hold for one day.
ALTER TABLE urge ADD COLUMN moved_due_on DATE;
