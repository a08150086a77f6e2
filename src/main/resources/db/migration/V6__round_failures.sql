-- What the nightly round could not do to one item; gone once it is done or need not be done any more.
CREATE TABLE round_failure (
    id          BIGINT       NOT NULL PRIMARY KEY,
    step        VARCHAR(20)  NOT NULL,
    item_id     BIGINT       NOT NULL,
    key_task_id BIGINT       NOT NULL,
    message     VARCHAR(200) NOT NULL,
    times       INT          NOT NULL,
    first_at    DATETIME     NOT NULL,
    last_at     DATETIME     NOT NULL,
    CONSTRAINT round_failure_once UNIQUE (step, item_id)
);
