-- When an application came before the supervisors, after the last countersignature; null where it never did.
ALTER TABLE completion ADD COLUMN reached_at DATETIME;
UPDATE completion SET reached_at = COALESCE(
       (SELECT MAX(s.ended_at) FROM countersignature s WHERE s.completion_id = completion.id), applied_at)
 WHERE state IN ('VERIFYING', 'ON_SITE_CHECK', 'SENT_BACK', 'CLOSED');

-- What became of a request for an extension that its department's head never signed is nobody else's business.
UPDATE timeline_event SET kind = 'EXTENSION_DROPPED'
 WHERE kind = 'EXTENSION_TAKEN_BACK' AND EXISTS (
       SELECT 1 FROM extension x
        WHERE x.key_task_id = timeline_event.key_task_id AND x.state = 'TAKEN_BACK' AND x.signed_at IS NULL
          AND x.ended_at = timeline_event.occurred_at);
UPDATE timeline_event SET kind = 'EXTENSION_UNSIGNED'
 WHERE kind = 'EXTENSION_LAPSED' AND EXISTS (
       SELECT 1 FROM extension x
        WHERE x.key_task_id = timeline_event.key_task_id AND x.state = 'LAPSED' AND x.signed_at IS NULL
          AND x.ended_at = timeline_event.occurred_at);
