-- What changed lately, for the open pages on the other nodes of an installation. Rows live for some minutes.
CREATE TABLE work_change (
    id           BIGINT   NOT NULL PRIMARY KEY,
    node_id      BIGINT   NOT NULL,
    directive_id BIGINT   NOT NULL,
    key_task_id  BIGINT,
    changed_at   DATETIME NOT NULL
);
CREATE INDEX work_change_lately ON work_change (changed_at);

-- Who launched a directive, for whoever comes second; unknown for those launched before.
ALTER TABLE directive ADD COLUMN launched_by BIGINT;
