-- 分解: a department splits its duty into sub-tasks, which are key tasks of their own and come from no row of a table. The
-- databases have no common word for letting a column be empty, so another one takes its place.
ALTER TABLE key_task ADD COLUMN row_id BIGINT;
UPDATE key_task SET row_id = division_row_id;
ALTER TABLE key_task DROP CONSTRAINT key_task_division_row;
ALTER TABLE key_task DROP CONSTRAINT key_task_row;
ALTER TABLE key_task DROP COLUMN division_row_id;
ALTER TABLE key_task RENAME COLUMN row_id TO division_row_id;
ALTER TABLE key_task ADD CONSTRAINT key_task_row UNIQUE (division_row_id);
ALTER TABLE key_task ADD CONSTRAINT key_task_division_row FOREIGN KEY (division_row_id) REFERENCES division_row (id);

-- Root is the uppermost key task of the tree, itself where nothing was split; whoever locks a key task locks it first.
-- The duty is the one that was split. All but the root are null for what comes from a row.
ALTER TABLE key_task ADD COLUMN root_id BIGINT DEFAULT 0 NOT NULL;
ALTER TABLE key_task ADD COLUMN parent_id BIGINT;
ALTER TABLE key_task ADD COLUMN parent_duty_id BIGINT;
UPDATE key_task SET root_id = id;
CREATE INDEX key_task_of_parent ON key_task (parent_id, id);
CREATE INDEX key_task_of_parent_duty ON key_task (parent_duty_id, id);
ALTER TABLE key_task ADD CONSTRAINT key_task_parent FOREIGN KEY (parent_id) REFERENCES key_task (id);
ALTER TABLE key_task ADD CONSTRAINT key_task_parent_duty FOREIGN KEY (parent_duty_id) REFERENCES duty (id);

-- What stands in a row for the others.
CREATE TABLE sub_task (
    key_task_id BIGINT   NOT NULL PRIMARY KEY,
    body        LONGTEXT,
    split_by    BIGINT   NOT NULL,
    split_at    DATETIME NOT NULL,
    CONSTRAINT sub_task_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id),
    CONSTRAINT sub_task_by FOREIGN KEY (split_by) REFERENCES account (id)
);

-- A supervisor does not wait for the sub-tasks of a key task; until revoked, or until the key task is reopened.
CREATE TABLE sub_task_waiver (
    id          BIGINT        NOT NULL PRIMARY KEY,
    key_task_id BIGINT        NOT NULL,
    reason      VARCHAR(2000) NOT NULL,
    waived_by   BIGINT        NOT NULL,
    waived_at   DATETIME      NOT NULL,
    revoked_by  BIGINT,
    revoked_at  DATETIME,
    CONSTRAINT sub_task_waiver_task FOREIGN KEY (key_task_id) REFERENCES key_task (id),
    CONSTRAINT sub_task_waiver_by FOREIGN KEY (waived_by) REFERENCES account (id)
);
CREATE INDEX sub_task_waiver_of_task ON sub_task_waiver (key_task_id, id);

-- The worst light among the open sub-tasks when the light was read, and the number of the sub-task that had it.
ALTER TABLE key_task ADD COLUMN light_sub_task VARCHAR(10) DEFAULT 'NONE' NOT NULL;
ALTER TABLE key_task ADD COLUMN light_sub_task_no VARCHAR(40);
ALTER TABLE light_change ADD COLUMN light_sub_task VARCHAR(10) DEFAULT 'NONE' NOT NULL;
ALTER TABLE light_change ADD COLUMN light_sub_task_no VARCHAR(40);
