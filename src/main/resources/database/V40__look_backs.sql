-- What the rules found of a report when it was held beside its unit's report of the year before: by which versions of
-- both. Derived from them, and no part of a backup; where there is no such report, there is no row.
CREATE TABLE look_back (
    report VARCHAR(32) PRIMARY KEY,
    version INTEGER NOT NULL,
    previous VARCHAR(32) NOT NULL,
    previous_version INTEGER NOT NULL,
    errors INTEGER NOT NULL,
    inconsistencies INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    notes INTEGER NOT NULL
);

CREATE INDEX look_back_previous ON look_back (previous);

-- In parts, because the embedded database takes a million bytes at most.
CREATE TABLE look_back_part (
    report VARCHAR(32) NOT NULL,
    part INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (report, part)
);

CREATE TABLE look_back_finding (
    report VARCHAR(32) NOT NULL,
    number INTEGER NOT NULL,
    fingerprint VARCHAR(64) NOT NULL,
    rule VARCHAR(200) NOT NULL,
    severity VARCHAR(20) NOT NULL,
    PRIMARY KEY (report, number)
);
