ALTER TABLE failure ADD COLUMN report_year INTEGER;

CREATE INDEX failure_unit ON failure (report_year, unit);

CREATE TABLE review (
    sequence BIGINT PRIMARY KEY REFERENCES change_log (sequence),
    report VARCHAR(32) NOT NULL REFERENCES report (id),
    version INTEGER NOT NULL,
    decision VARCHAR(20) NOT NULL
);

CREATE INDEX review_report ON review (report);

CREATE TABLE review_note (
    sequence BIGINT NOT NULL REFERENCES review (sequence),
    number INTEGER NOT NULL,
    target VARCHAR(10) NOT NULL,
    place VARCHAR(500) NOT NULL,
    wording VARCHAR(1000) NOT NULL,
    PRIMARY KEY (sequence, number)
);

-- Reports that state other figures than their units' reports usually do.
CREATE TABLE report_coverage (
    report VARCHAR(32) PRIMARY KEY REFERENCES report (id),
    coverage VARCHAR(10) NOT NULL
);
