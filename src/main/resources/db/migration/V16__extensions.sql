-- How often the due date may be extended for one duty, of each key task of the directive.
ALTER TABLE directive ADD COLUMN extensions_allowed INT DEFAULT 2 NOT NULL;

ALTER TABLE key_task ADD COLUMN times_extended INT DEFAULT 0 NOT NULL;

-- A department asked for a later due date. "from" is the one that held, "new" the one that a supervisor granted.
CREATE TABLE extension (
    id           BIGINT        NOT NULL PRIMARY KEY,
    key_task_id  BIGINT        NOT NULL,
    duty_id      BIGINT        NOT NULL,
    state        VARCHAR(20)   NOT NULL,
    from_due_on  DATE          NOT NULL,
    asked_due_on DATE          NOT NULL,
    new_due_on   DATE,
    reason       VARCHAR(2000) NOT NULL,
    percent      INT           NOT NULL,
    progress     VARCHAR(2000) NOT NULL,
    asked_by     BIGINT        NOT NULL,
    asked_at     DATETIME      NOT NULL,
    signed_by    BIGINT,
    signed_at    DATETIME,
    ended_by     BIGINT,
    ended_at     DATETIME,
    ended_reason VARCHAR(2000),
    CONSTRAINT extension_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id),
    CONSTRAINT extension_duty FOREIGN KEY (duty_id) REFERENCES duty (id)
);
CREATE INDEX extension_of_task ON extension (key_task_id, id);
CREATE INDEX extension_open ON extension (state, id);
