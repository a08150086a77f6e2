-- 暂停: since when the key task stands still, null while it runs; and how many calendar days it stood still before.
ALTER TABLE key_task ADD COLUMN suspended_at DATETIME;
ALTER TABLE key_task ADD COLUMN suspended_days INT DEFAULT 0 NOT NULL;

-- 并案: the key task that goes on in the place of this one, which ended thereby.
ALTER TABLE key_task ADD COLUMN merged_into BIGINT;
ALTER TABLE key_task ADD CONSTRAINT key_task_survivor FOREIGN KEY (merged_into) REFERENCES key_task (id);

-- Each time that a key task stood still. review_on is the day on which the supervisor looks again. Its end is RESUMED, by so
-- many working days later than it was due before, or WITHDRAWN.
CREATE TABLE suspension (
    id            BIGINT        NOT NULL PRIMARY KEY,
    key_task_id   BIGINT        NOT NULL,
    reason        VARCHAR(2000) NOT NULL,
    review_on     DATE          NOT NULL,
    suspended_by  BIGINT        NOT NULL,
    suspended_at  DATETIME      NOT NULL,
    ending        VARCHAR(20),
    ended_by      BIGINT,
    ended_at      DATETIME,
    end_reason    VARCHAR(2000),
    working_days  INT,
    old_due_on    DATE,
    new_due_on    DATE,
    CONSTRAINT suspension_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id)
);
CREATE INDEX suspension_of_task ON suspension (key_task_id, id);

-- What waits about a key task that stands still waits again afterwards; until then it is in nobody's inbox.
ALTER TABLE open_item ADD COLUMN parked BOOLEAN DEFAULT FALSE NOT NULL;

-- For which due day the step holds since the clocks stood still; null where they never did. due_on is that of the day.
ALTER TABLE escalation ADD COLUMN moved_due_on DATE;
