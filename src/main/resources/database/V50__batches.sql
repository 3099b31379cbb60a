-- Files sent together, looked at before they count. A batch is named by the change that began it. turn counts what
-- happens to its files: whoever follows it asks for what came after the last turn seen.
CREATE TABLE batch (
    sequence BIGINT PRIMARY KEY REFERENCES change_log (sequence),
    name VARCHAR(1000) NOT NULL,
    everything BOOLEAN NOT NULL,
    turn BIGINT NOT NULL,
    discarded BOOLEAN NOT NULL
);

-- The units whose reports its author might send, where that is not everything.
CREATE TABLE batch_unit (
    batch BIGINT NOT NULL REFERENCES batch (sequence),
    unit VARCHAR(200) NOT NULL,
    PRIMARY KEY (batch, unit)
);

-- twin: the place of an earlier file with the same bytes. decided: the change that confirmed it or takes it back.
-- before_version: what was current before the file became a version; null where the report was new.
CREATE TABLE batch_file (
    batch BIGINT NOT NULL REFERENCES batch (sequence),
    place INTEGER NOT NULL,
    turn BIGINT NOT NULL,
    file_name VARCHAR(1000) NOT NULL,
    declared_type VARCHAR(200),
    original VARCHAR(64) NOT NULL REFERENCES original (sha256),
    state VARCHAR(20) NOT NULL,
    skipped BOOLEAN NOT NULL,
    code VARCHAR(40),
    detail VARCHAR(2000),
    title VARCHAR(2000),
    organization VARCHAR(2000),
    stated_year INTEGER,
    form VARCHAR(200),
    errors INTEGER NOT NULL,
    inconsistencies INTEGER NOT NULL,
    warnings INTEGER NOT NULL,
    unit VARCHAR(200),
    report_year INTEGER,
    by_hand BOOLEAN NOT NULL,
    decided BIGINT REFERENCES change_log (sequence),
    twin INTEGER,
    report VARCHAR(32) REFERENCES report (id),
    version INTEGER,
    before_version INTEGER,
    PRIMARY KEY (batch, place)
);

CREATE INDEX batch_file_turn ON batch_file (batch, turn);
CREATE INDEX batch_file_original ON batch_file (batch, original);
CREATE INDEX batch_file_state ON batch_file (state);

-- Units that a file may be of, the likeliest first.
CREATE TABLE batch_guess (
    batch BIGINT NOT NULL,
    place INTEGER NOT NULL,
    number INTEGER NOT NULL,
    unit VARCHAR(200) NOT NULL,
    name VARCHAR(200) NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    exact BOOLEAN NOT NULL,
    PRIMARY KEY (batch, place, number),
    FOREIGN KEY (batch, place) REFERENCES batch_file (batch, place)
);
