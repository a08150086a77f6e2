-- Something waits for one person; null for what waits for a department or for the directive's supervisors.
ALTER TABLE open_item ADD COLUMN account_id BIGINT;
CREATE INDEX open_item_of_person ON open_item (account_id, due_on, id);

-- What a leader wrote on a key task. Nothing but the leader's confirmation, or the end of the key task, ends it. "handled"
-- says who did the last thing to it.
CREATE TABLE instruction (
    id          BIGINT        NOT NULL PRIMARY KEY,
    key_task_id BIGINT        NOT NULL,
    state       VARCHAR(20)   NOT NULL,
    body        VARCHAR(2000) NOT NULL,
    urgency     VARCHAR(20),
    written_by  BIGINT        NOT NULL,
    written_at  DATETIME      NOT NULL,
    handled_by  BIGINT        NOT NULL,
    handled_at  DATETIME      NOT NULL,
    ended_at    DATETIME,
    CONSTRAINT instruction_key_task FOREIGN KEY (key_task_id) REFERENCES key_task (id)
);
CREATE INDEX instruction_of_task ON instruction (key_task_id, id);
CREATE INDEX instruction_open ON instruction (state, id);

-- What is asked of one department, and by when. The words that it answered stand in instruction_reply.
CREATE TABLE instruction_answer (
    id              BIGINT        NOT NULL PRIMARY KEY,
    instruction_id  BIGINT        NOT NULL,
    department_id   BIGINT        NOT NULL,
    state           VARCHAR(20)   NOT NULL,
    request         VARCHAR(2000) NOT NULL,
    original_due_on DATE          NOT NULL,
    due_on          DATE          NOT NULL,
    assigned_by     BIGINT        NOT NULL,
    assigned_at     DATETIME      NOT NULL,
    times_returned  INT           NOT NULL,
    ended_by        BIGINT,
    ended_at        DATETIME,
    CONSTRAINT instruction_answer_instruction FOREIGN KEY (instruction_id) REFERENCES instruction (id),
    CONSTRAINT instruction_answer_department FOREIGN KEY (department_id) REFERENCES department (id)
);
CREATE INDEX instruction_answer_of ON instruction_answer (instruction_id, id);
CREATE INDEX instruction_answer_late ON instruction_answer (state, due_on, id);

-- Each answer, with what the supervisor said when returning it; or, without a body, that it was returned unanswered.
CREATE TABLE instruction_reply (
    id            BIGINT   NOT NULL PRIMARY KEY,
    answer_id     BIGINT   NOT NULL,
    body          VARCHAR(4000),
    answered_by   BIGINT,
    answered_at   DATETIME,
    late          BOOLEAN  NOT NULL,
    return_reason VARCHAR(2000),
    new_due_on    DATE,
    returned_by   BIGINT,
    returned_at   DATETIME,
    CONSTRAINT instruction_reply_answer FOREIGN KEY (answer_id) REFERENCES instruction_answer (id)
);
CREATE INDEX instruction_reply_of ON instruction_reply (answer_id, id);

-- Each summary that went to the leader, and what the leader said to it.
CREATE TABLE instruction_result (
    id             BIGINT        NOT NULL PRIMARY KEY,
    instruction_id BIGINT        NOT NULL,
    summary        VARCHAR(4000) NOT NULL,
    reported_by    BIGINT        NOT NULL,
    reported_at    DATETIME      NOT NULL,
    confirmed      BOOLEAN,
    words          VARCHAR(2000),
    decided_by     BIGINT,
    decided_at     DATETIME,
    CONSTRAINT instruction_result_instruction FOREIGN KEY (instruction_id) REFERENCES instruction (id)
);
CREATE INDEX instruction_result_of ON instruction_result (instruction_id, id);
