-- The day from which a department is no more; null where only the year is known, and where it still is.
ALTER TABLE department ADD COLUMN abolished_on DATE;

-- Who taught the register this name, and when; null for names entered with the department.
ALTER TABLE department_alias ADD COLUMN learned_by BIGINT;
ALTER TABLE department_alias ADD COLUMN learned_at DATETIME;
CREATE INDEX department_alias_by_department ON department_alias (department_id);

-- The main heir comes first. Whole: nothing of the predecessor's duties went elsewhere.
ALTER TABLE department_succession ADD COLUMN position_no INT DEFAULT 0 NOT NULL;
ALTER TABLE department_succession ADD COLUMN effective_on DATE;
ALTER TABLE department_succession ADD COLUMN reform VARCHAR(20);
ALTER TABLE department_succession ADD COLUMN whole BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE department_succession ADD COLUMN note VARCHAR(500);
ALTER TABLE department_succession ADD COLUMN source VARCHAR(300);

-- That a duty of an abolished department should go to an heir, and what its supervisor said. Once per duty and department:
-- what was declined is not proposed again.
CREATE TABLE succession_proposal (
    id              BIGINT   NOT NULL PRIMARY KEY,
    duty_id         BIGINT   NOT NULL,
    department_id   BIGINT   NOT NULL,
    proposed_at     DATETIME NOT NULL,
    decision        VARCHAR(20),
    successor_id    BIGINT,
    decision_reason VARCHAR(2000),
    decided_by      BIGINT,
    decided_at      DATETIME,
    CONSTRAINT succession_proposal_once UNIQUE (duty_id, department_id),
    CONSTRAINT succession_proposal_duty FOREIGN KEY (duty_id) REFERENCES duty (id),
    CONSTRAINT succession_proposal_department FOREIGN KEY (department_id) REFERENCES department (id),
    CONSTRAINT succession_proposal_successor FOREIGN KEY (successor_id) REFERENCES department (id)
);
