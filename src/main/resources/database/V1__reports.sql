-- One SQL for H2 and for PostgreSQL and its kin: no sequences, no identity columns, no RETURNING, no dialect.

-- One row. sequence counts all changes; whoever changes something takes the next number first and thereby waits for
-- whoever took the last one, so that the numbers stand in the order of the commits.
CREATE TABLE store (
    id VARCHAR(32) PRIMARY KEY,
    sequence BIGINT NOT NULL
);

CREATE TABLE change_log (
    sequence BIGINT PRIMARY KEY,
    happened_at TIMESTAMP WITH TIME ZONE NOT NULL,
    author VARCHAR(200) NOT NULL,
    reason VARCHAR(2000),
    action VARCHAR(40) NOT NULL,
    subject VARCHAR(200) NOT NULL,
    unit VARCHAR(200),
    version INTEGER
);

-- The bytes are files, named by their SHA-256.
CREATE TABLE original (
    sha256 VARCHAR(64) PRIMARY KEY,
    size BIGINT NOT NULL
);

-- Extractions, corrections and texts, deflated, in parts; named by the SHA-256 of what they are when inflated.
CREATE TABLE content (
    sha256 VARCHAR(64) NOT NULL,
    part INTEGER NOT NULL,
    bytes BYTEA NOT NULL,
    PRIMARY KEY (sha256, part)
);

-- arrived: the change that brought it; changed: the last change that matters to what is derived from it.
CREATE TABLE report (
    id VARCHAR(32) PRIMARY KEY,
    unit VARCHAR(200),
    report_year INTEGER,
    current_version INTEGER NOT NULL,
    arrived BIGINT NOT NULL UNIQUE REFERENCES change_log (sequence),
    changed BIGINT NOT NULL UNIQUE REFERENCES change_log (sequence),
    removed BOOLEAN NOT NULL,
    UNIQUE (unit, report_year)
);

CREATE TABLE report_version (
    report VARCHAR(32) NOT NULL REFERENCES report (id),
    number INTEGER NOT NULL,
    parent INTEGER,
    kind VARCHAR(20) NOT NULL,
    sequence BIGINT NOT NULL UNIQUE REFERENCES change_log (sequence),
    original VARCHAR(64) NOT NULL REFERENCES original (sha256),
    extraction VARCHAR(64) NOT NULL,
    machine VARCHAR(64),
    corrections VARCHAR(64),
    document_text VARCHAR(64) NOT NULL,
    engine VARCHAR(64) NOT NULL,
    model_fingerprint VARCHAR(64) NOT NULL,
    file_name VARCHAR(1000) NOT NULL,
    declared_type VARCHAR(200),
    media_type VARCHAR(200) NOT NULL,
    model VARCHAR(200) NOT NULL,
    title VARCHAR(2000),
    organization VARCHAR(2000),
    unit_level VARCHAR(200),
    region VARCHAR(2000),
    stated_year INTEGER,
    form VARCHAR(200),
    errors INTEGER NOT NULL,
    inconsistencies INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    notes INTEGER NOT NULL,
    PRIMARY KEY (report, number)
);

CREATE INDEX report_version_original ON report_version (original);

CREATE TABLE failure (
    sequence BIGINT PRIMARY KEY REFERENCES change_log (sequence),
    unit VARCHAR(200),
    original VARCHAR(64) NOT NULL REFERENCES original (sha256),
    file_name VARCHAR(1000) NOT NULL,
    code VARCHAR(40) NOT NULL,
    detail VARCHAR(2000) NOT NULL
);
