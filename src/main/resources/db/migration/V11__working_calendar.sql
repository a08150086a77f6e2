-- Days that are otherwise than Monday to Friday would have them, year by year as the State Council announces them: OFF is a
-- holiday (放假), WORKING a weekend day on which work is made up for (调休上班). A year without a row is not announced.
CREATE TABLE calendar_year (
    year_no    INT          NOT NULL PRIMARY KEY,
    source     VARCHAR(200) NOT NULL,
    entered_by BIGINT,
    entered_at DATETIME
);

CREATE TABLE calendar_day (
    day_on   DATE        NOT NULL PRIMARY KEY,
    year_no  INT         NOT NULL,
    kind     VARCHAR(10) NOT NULL,
    occasion VARCHAR(60),
    CONSTRAINT calendar_day_year FOREIGN KEY (year_no) REFERENCES calendar_year (year_no)
);
CREATE INDEX calendar_day_of_year ON calendar_day (year_no, day_on);

-- One row, another number after every change: what servers keep in memory is asked against it.
CREATE TABLE calendar_revision (
    id       INT    NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL
);
INSERT INTO calendar_revision (id, revision) VALUES (1, 1);

-- From which day on, and how many working days, the due day was counted; null where it was not counted but set.
ALTER TABLE open_item ADD COLUMN counted_from DATE;
ALTER TABLE open_item ADD COLUMN counted_days INT;

INSERT INTO calendar_year (year_no, source) VALUES
    (2024, '国办发明电〔2023〕7号'),
    (2025, '国办发明电〔2024〕12号'),
    (2026, '国办发明电〔2025〕7号');

INSERT INTO calendar_day (day_on, year_no, kind, occasion) VALUES
    ('2024-01-01', 2024, 'OFF', '元旦'),
    ('2024-02-04', 2024, 'WORKING', '春节'),
    ('2024-02-10', 2024, 'OFF', '春节'),
    ('2024-02-11', 2024, 'OFF', '春节'),
    ('2024-02-12', 2024, 'OFF', '春节'),
    ('2024-02-13', 2024, 'OFF', '春节'),
    ('2024-02-14', 2024, 'OFF', '春节'),
    ('2024-02-15', 2024, 'OFF', '春节'),
    ('2024-02-16', 2024, 'OFF', '春节'),
    ('2024-02-17', 2024, 'OFF', '春节'),
    ('2024-02-18', 2024, 'WORKING', '春节'),
    ('2024-04-04', 2024, 'OFF', '清明节'),
    ('2024-04-05', 2024, 'OFF', '清明节'),
    ('2024-04-06', 2024, 'OFF', '清明节'),
    ('2024-04-07', 2024, 'WORKING', '清明节'),
    ('2024-04-28', 2024, 'WORKING', '劳动节'),
    ('2024-05-01', 2024, 'OFF', '劳动节'),
    ('2024-05-02', 2024, 'OFF', '劳动节'),
    ('2024-05-03', 2024, 'OFF', '劳动节'),
    ('2024-05-04', 2024, 'OFF', '劳动节'),
    ('2024-05-05', 2024, 'OFF', '劳动节'),
    ('2024-05-11', 2024, 'WORKING', '劳动节'),
    ('2024-06-10', 2024, 'OFF', '端午节'),
    ('2024-09-14', 2024, 'WORKING', '中秋节'),
    ('2024-09-15', 2024, 'OFF', '中秋节'),
    ('2024-09-16', 2024, 'OFF', '中秋节'),
    ('2024-09-17', 2024, 'OFF', '中秋节'),
    ('2024-09-29', 2024, 'WORKING', '国庆节'),
    ('2024-10-01', 2024, 'OFF', '国庆节'),
    ('2024-10-02', 2024, 'OFF', '国庆节'),
    ('2024-10-03', 2024, 'OFF', '国庆节'),
    ('2024-10-04', 2024, 'OFF', '国庆节'),
    ('2024-10-05', 2024, 'OFF', '国庆节'),
    ('2024-10-06', 2024, 'OFF', '国庆节'),
    ('2024-10-07', 2024, 'OFF', '国庆节'),
    ('2024-10-12', 2024, 'WORKING', '国庆节');

INSERT INTO calendar_day (day_on, year_no, kind, occasion) VALUES
    ('2025-01-01', 2025, 'OFF', '元旦'),
    ('2025-01-26', 2025, 'WORKING', '春节'),
    ('2025-01-28', 2025, 'OFF', '春节'),
    ('2025-01-29', 2025, 'OFF', '春节'),
    ('2025-01-30', 2025, 'OFF', '春节'),
    ('2025-01-31', 2025, 'OFF', '春节'),
    ('2025-02-01', 2025, 'OFF', '春节'),
    ('2025-02-02', 2025, 'OFF', '春节'),
    ('2025-02-03', 2025, 'OFF', '春节'),
    ('2025-02-04', 2025, 'OFF', '春节'),
    ('2025-02-08', 2025, 'WORKING', '春节'),
    ('2025-04-04', 2025, 'OFF', '清明节'),
    ('2025-04-05', 2025, 'OFF', '清明节'),
    ('2025-04-06', 2025, 'OFF', '清明节'),
    ('2025-04-27', 2025, 'WORKING', '劳动节'),
    ('2025-05-01', 2025, 'OFF', '劳动节'),
    ('2025-05-02', 2025, 'OFF', '劳动节'),
    ('2025-05-03', 2025, 'OFF', '劳动节'),
    ('2025-05-04', 2025, 'OFF', '劳动节'),
    ('2025-05-05', 2025, 'OFF', '劳动节'),
    ('2025-05-31', 2025, 'OFF', '端午节'),
    ('2025-06-01', 2025, 'OFF', '端午节'),
    ('2025-06-02', 2025, 'OFF', '端午节'),
    ('2025-09-28', 2025, 'WORKING', '国庆节、中秋节'),
    ('2025-10-01', 2025, 'OFF', '国庆节、中秋节'),
    ('2025-10-02', 2025, 'OFF', '国庆节、中秋节'),
    ('2025-10-03', 2025, 'OFF', '国庆节、中秋节'),
    ('2025-10-04', 2025, 'OFF', '国庆节、中秋节'),
    ('2025-10-05', 2025, 'OFF', '国庆节、中秋节'),
    ('2025-10-06', 2025, 'OFF', '国庆节、中秋节'),
    ('2025-10-07', 2025, 'OFF', '国庆节、中秋节'),
    ('2025-10-08', 2025, 'OFF', '国庆节、中秋节'),
    ('2025-10-11', 2025, 'WORKING', '国庆节、中秋节');

INSERT INTO calendar_day (day_on, year_no, kind, occasion) VALUES
    ('2026-01-01', 2026, 'OFF', '元旦'),
    ('2026-01-02', 2026, 'OFF', '元旦'),
    ('2026-01-03', 2026, 'OFF', '元旦'),
    ('2026-01-04', 2026, 'WORKING', '元旦'),
    ('2026-02-14', 2026, 'WORKING', '春节'),
    ('2026-02-15', 2026, 'OFF', '春节'),
    ('2026-02-16', 2026, 'OFF', '春节'),
    ('2026-02-17', 2026, 'OFF', '春节'),
    ('2026-02-18', 2026, 'OFF', '春节'),
    ('2026-02-19', 2026, 'OFF', '春节'),
    ('2026-02-20', 2026, 'OFF', '春节'),
    ('2026-02-21', 2026, 'OFF', '春节'),
    ('2026-02-22', 2026, 'OFF', '春节'),
    ('2026-02-23', 2026, 'OFF', '春节'),
    ('2026-02-28', 2026, 'WORKING', '春节'),
    ('2026-04-04', 2026, 'OFF', '清明节'),
    ('2026-04-05', 2026, 'OFF', '清明节'),
    ('2026-04-06', 2026, 'OFF', '清明节'),
    ('2026-05-01', 2026, 'OFF', '劳动节'),
    ('2026-05-02', 2026, 'OFF', '劳动节'),
    ('2026-05-03', 2026, 'OFF', '劳动节'),
    ('2026-05-04', 2026, 'OFF', '劳动节'),
    ('2026-05-05', 2026, 'OFF', '劳动节'),
    ('2026-05-09', 2026, 'WORKING', '劳动节'),
    ('2026-06-19', 2026, 'OFF', '端午节'),
    ('2026-06-20', 2026, 'OFF', '端午节'),
    ('2026-06-21', 2026, 'OFF', '端午节'),
    ('2026-09-20', 2026, 'WORKING', '国庆节'),
    ('2026-09-25', 2026, 'OFF', '中秋节'),
    ('2026-09-26', 2026, 'OFF', '中秋节'),
    ('2026-09-27', 2026, 'OFF', '中秋节'),
    ('2026-10-01', 2026, 'OFF', '国庆节'),
    ('2026-10-02', 2026, 'OFF', '国庆节'),
    ('2026-10-03', 2026, 'OFF', '国庆节'),
    ('2026-10-04', 2026, 'OFF', '国庆节'),
    ('2026-10-05', 2026, 'OFF', '国庆节'),
    ('2026-10-06', 2026, 'OFF', '国庆节'),
    ('2026-10-07', 2026, 'OFF', '国庆节'),
    ('2026-10-10', 2026, 'WORKING', '国庆节');
