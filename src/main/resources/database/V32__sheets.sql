-- Derived from extractions and decisions, and made anew when in doubt; no part of a backup.
CREATE TABLE derived (
    name VARCHAR(20) PRIMARY KEY,
    sequence BIGINT NOT NULL
);

CREATE TABLE sheet_layout (
    id VARCHAR(64) PRIMARY KEY,
    cell_keys VARCHAR(1000000) NOT NULL
);

-- sequence: the change that it was made after. submitted: the change that brought the newest file.
CREATE TABLE sheet (
    report VARCHAR(32) PRIMARY KEY,
    sequence BIGINT NOT NULL UNIQUE,
    version INTEGER NOT NULL,
    unit VARCHAR(200),
    report_year INTEGER,
    submitted_at TIMESTAMP WITH TIME ZONE NOT NULL,
    submitted_by VARCHAR(200) NOT NULL,
    decision VARCHAR(20),
    decided_at TIMESTAMP WITH TIME ZONE,
    decided_by VARCHAR(200),
    coverage VARCHAR(10),
    organization VARCHAR(2000),
    form VARCHAR(200),
    model_fingerprint VARCHAR(64) NOT NULL,
    errors INTEGER NOT NULL,
    inconsistencies INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    layout VARCHAR(64) NOT NULL
);

CREATE INDEX sheet_unit ON sheet (report_year, unit);

-- kind: CELLS, FACTS or FINDINGS, packed; in parts, because the embedded database takes a million bytes at most.
CREATE TABLE sheet_rows (
    report VARCHAR(32) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    part INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (report, kind, part)
);
