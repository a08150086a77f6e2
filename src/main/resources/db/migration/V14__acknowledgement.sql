-- Working days that a department has for signing, and for disputing; counted for clocks that start from then on.
ALTER TABLE directive ADD COLUMN acknowledge_days INT DEFAULT 2 NOT NULL;
ALTER TABLE directive ADD COLUMN dispute_days INT DEFAULT 3 NOT NULL;

-- Until when the department may dispute; null for duties that were given when there was no such limit.
ALTER TABLE duty ADD COLUMN dispute_by DATETIME;

-- Whoever raised it wrote it; the head signs it, and only then it is raised. Without signature and decision it is a draft.
ALTER TABLE dispute ADD COLUMN signed_by BIGINT;
ALTER TABLE dispute ADD COLUMN signed_at DATETIME;
UPDATE dispute SET signed_by = raised_by, signed_at = raised_at;
ALTER TABLE dispute ADD COLUMN nobody_concerned BOOLEAN DEFAULT FALSE NOT NULL;
ALTER TABLE dispute ADD COLUMN proposed_department_id BIGINT;
ALTER TABLE dispute ADD COLUMN proposed_role VARCHAR(20);
ALTER TABLE dispute ADD CONSTRAINT dispute_proposed_department
    FOREIGN KEY (proposed_department_id) REFERENCES department (id);

-- With whom a dispute was talked over before it was raised.
CREATE TABLE dispute_coordination (
    id             BIGINT      NOT NULL PRIMARY KEY,
    dispute_id     BIGINT      NOT NULL,
    department_id  BIGINT      NOT NULL,
    coordinated_on DATE        NOT NULL,
    result         VARCHAR(20) NOT NULL,
    CONSTRAINT dispute_coordination_dispute FOREIGN KEY (dispute_id) REFERENCES dispute (id),
    CONSTRAINT dispute_coordination_department FOREIGN KEY (department_id) REFERENCES department (id)
);
CREATE INDEX dispute_coordination_of ON dispute_coordination (dispute_id, id);
