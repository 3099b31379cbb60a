-- The tree is in the ids, which are paths. place: where a unit stands among its siblings.
CREATE TABLE unit (
    id VARCHAR(200) PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    kind VARCHAR(20) NOT NULL,
    unit_level VARCHAR(20) NOT NULL,
    coverage VARCHAR(10) NOT NULL,
    place INTEGER NOT NULL,
    valid_from DATE,
    valid_until DATE,
    successor VARCHAR(200)
);

-- Every name; number 0 is the official one. squashed: without blanks and widths, as names are compared.
CREATE TABLE unit_name (
    unit VARCHAR(200) NOT NULL REFERENCES unit (id),
    number INTEGER NOT NULL,
    name VARCHAR(200) NOT NULL,
    squashed VARCHAR(200) NOT NULL,
    valid_from DATE,
    valid_until DATE,
    PRIMARY KEY (unit, number)
);

CREATE INDEX unit_name_squashed ON unit_name (squashed);
