-- An application is with the supervisors since it first came before them, not since a finding on the site was entered.
UPDATE completion SET reached_at = COALESCE(
       (SELECT MAX(s.ended_at) FROM countersignature s WHERE s.completion_id = completion.id), applied_at)
 WHERE EXISTS (SELECT 1 FROM site_check k WHERE k.completion_id = completion.id);
