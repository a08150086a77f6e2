-- What the system remembers about itself, such as how far the demo story has been told.
CREATE TABLE setting (
    name          VARCHAR(60)  NOT NULL PRIMARY KEY,
    setting_value VARCHAR(200) NOT NULL
);
