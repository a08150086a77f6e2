-- 代办: who acts for whom on which days, in the configured zone, both included; no last day: until it is taken back.
-- Nothing is ever deleted: what was done on somebody's behalf stays explicable.
CREATE TABLE substitution (
    id            BIGINT   NOT NULL PRIMARY KEY,
    absent_id     BIGINT   NOT NULL,
    substitute_id BIGINT   NOT NULL,
    from_day      DATE     NOT NULL,
    to_day        DATE,
    made_by       BIGINT   NOT NULL,
    made_at       DATETIME NOT NULL,
    revoked_by    BIGINT,
    revoked_at    DATETIME,
    CONSTRAINT substitution_absent FOREIGN KEY (absent_id) REFERENCES account (id),
    CONSTRAINT substitution_substitute FOREIGN KEY (substitute_id) REFERENCES account (id)
);
CREATE INDEX substitution_by_substitute ON substitution (substitute_id, from_day);
CREATE INDEX substitution_by_absent ON substitution (absent_id, from_day);

-- On whose behalf it was done, where the actor's own authority was not enough.
ALTER TABLE timeline_event ADD COLUMN behalf_id BIGINT;
ALTER TABLE report_submission ADD COLUMN reviewed_for BIGINT;
ALTER TABLE directive ADD COLUMN launched_for BIGINT;

-- 工作交接: the open work of a person, given to another one in one action.
CREATE TABLE hand_over (
    id        BIGINT        NOT NULL PRIMARY KEY,
    from_id   BIGINT        NOT NULL,
    to_id     BIGINT        NOT NULL,
    made_by   BIGINT        NOT NULL,
    made_at   DATETIME      NOT NULL,
    reason    VARCHAR(1000) NOT NULL,
    CONSTRAINT hand_over_from FOREIGN KEY (from_id) REFERENCES account (id),
    CONSTRAINT hand_over_to FOREIGN KEY (to_id) REFERENCES account (id)
);
CREATE INDEX hand_over_of ON hand_over (from_id, id);

-- What was handed over: kind and subject as the feature knows them, and how it was called then.
CREATE TABLE hand_over_item (
    hand_over_id BIGINT       NOT NULL,
    position_no  INT          NOT NULL,
    kind         VARCHAR(30)  NOT NULL,
    subject_id   BIGINT       NOT NULL,
    label        VARCHAR(600) NOT NULL,
    CONSTRAINT hand_over_item_in_order PRIMARY KEY (hand_over_id, position_no),
    CONSTRAINT hand_over_item_of FOREIGN KEY (hand_over_id) REFERENCES hand_over (id)
);
