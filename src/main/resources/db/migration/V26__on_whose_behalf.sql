-- On whose behalf it was done, where the actor's own authority was not enough: the head's approval, an acceptance that was
-- taken back later, and what a leader says to an instruction.
ALTER TABLE report_submission ADD COLUMN approved_for BIGINT;
ALTER TABLE report_submission ADD COLUMN accepted_for BIGINT;
ALTER TABLE instruction ADD COLUMN handled_for BIGINT;
ALTER TABLE instruction_result ADD COLUMN decided_for BIGINT;

-- Who confirms it in the place of the leader who wrote it and left; null while that one does.
ALTER TABLE instruction ADD COLUMN confirmer_id BIGINT;
ALTER TABLE instruction ADD CONSTRAINT instruction_confirmer FOREIGN KEY (confirmer_id) REFERENCES account (id);
