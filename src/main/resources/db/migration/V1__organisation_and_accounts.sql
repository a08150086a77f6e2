-- Moments are DATETIME in UTC; days are DATE in the configured zone. Identifiers are made by the application.

CREATE TABLE department (
    id             BIGINT       NOT NULL PRIMARY KEY,
    code           VARCHAR(40)  NOT NULL,
    name           VARCHAR(120) NOT NULL,
    short_name     VARCHAR(60)  NOT NULL,
    tier           VARCHAR(20)  NOT NULL,
    jurisdiction   VARCHAR(40)  NOT NULL,
    kind           VARCHAR(20)  NOT NULL,
    abolished_year INT,
    note           VARCHAR(500),
    CONSTRAINT department_code UNIQUE (code)
);

-- A name means one body within a jurisdiction; the canonical and the short name stand here too.
CREATE TABLE department_alias (
    jurisdiction  VARCHAR(40)  NOT NULL,
    alias         VARCHAR(120) NOT NULL,
    department_id BIGINT       NOT NULL,
    CONSTRAINT department_alias_name PRIMARY KEY (jurisdiction, alias),
    CONSTRAINT department_alias_of FOREIGN KEY (department_id) REFERENCES department (id)
);

CREATE TABLE department_succession (
    department_id BIGINT NOT NULL,
    successor_id  BIGINT NOT NULL,
    CONSTRAINT department_succession_pair PRIMARY KEY (department_id, successor_id),
    CONSTRAINT department_succession_from FOREIGN KEY (department_id) REFERENCES department (id),
    CONSTRAINT department_succession_to FOREIGN KEY (successor_id) REFERENCES department (id)
);

CREATE TABLE account (
    id            BIGINT       NOT NULL PRIMARY KEY,
    username      VARCHAR(60)  NOT NULL,
    display_name  VARCHAR(80)  NOT NULL,
    password_hash VARCHAR(200) NOT NULL,
    department_id BIGINT,
    enabled       BOOLEAN      NOT NULL,
    created_at    DATETIME     NOT NULL,
    CONSTRAINT account_username UNIQUE (username),
    CONSTRAINT account_department FOREIGN KEY (department_id) REFERENCES department (id)
);

CREATE TABLE account_role (
    account_id BIGINT      NOT NULL,
    role_name  VARCHAR(20) NOT NULL,
    CONSTRAINT account_role_pair PRIMARY KEY (account_id, role_name),
    CONSTRAINT account_role_account FOREIGN KEY (account_id) REFERENCES account (id)
);
