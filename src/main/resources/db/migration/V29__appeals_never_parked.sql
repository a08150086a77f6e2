-- An appeal against a score is about what was: it waits also while its key task stands still, until the day that it has.
UPDATE open_item SET parked = FALSE,
       due_on = COALESCE((SELECT x.due_on FROM score_appeal x WHERE x.id = open_item.subject_id), due_on)
 WHERE kind = 'DECIDE_SCORE_APPEAL';
