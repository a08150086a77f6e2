-- What a cooperating department is writing, exactly as typed, until it hands the contribution in.
ALTER TABLE contribution ADD COLUMN draft_body VARCHAR(2000);
ALTER TABLE contribution ADD COLUMN draft_saved_at DATETIME;
ALTER TABLE contribution ADD COLUMN draft_saved_by BIGINT;
ALTER TABLE contribution ADD COLUMN draft_revision INT DEFAULT 0 NOT NULL;
