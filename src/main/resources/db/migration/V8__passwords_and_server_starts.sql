-- A session of an older generation is over: a new password, or closing the account, begins the next one.
ALTER TABLE account ADD COLUMN session_generation INT DEFAULT 0 NOT NULL;

-- Somebody else knows the password: it must be changed at the next sign-in.
ALTER TABLE account ADD COLUMN password_temporary BOOLEAN DEFAULT FALSE NOT NULL;

-- One row per start of a server on this database; its number keeps the identifiers of running servers apart.
CREATE TABLE server_start (
    id         INT      NOT NULL AUTO_INCREMENT PRIMARY KEY,
    started_at DATETIME NOT NULL
);
