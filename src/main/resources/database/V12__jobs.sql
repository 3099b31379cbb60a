-- Reading many reports anew. A job is named by the change that began it; one without an end goes on after a restart.
CREATE TABLE job (
    sequence BIGINT PRIMARY KEY REFERENCES change_log (sequence),
    unit VARCHAR(200),
    report_year INTEGER,
    engine VARCHAR(64) NOT NULL,
    model_fingerprint VARCHAR(64) NOT NULL,
    ended VARCHAR(20)
);

-- before_version: the current version when the job began. outcome is null while the report waits for its turn.
CREATE TABLE job_item (
    job BIGINT NOT NULL REFERENCES job (sequence),
    place BIGINT NOT NULL,
    report VARCHAR(32) NOT NULL REFERENCES report (id),
    before_version INTEGER NOT NULL,
    after_version INTEGER,
    outcome VARCHAR(20),
    detail VARCHAR(200),
    PRIMARY KEY (job, place)
);

CREATE INDEX job_item_outcome ON job_item (job, outcome);
