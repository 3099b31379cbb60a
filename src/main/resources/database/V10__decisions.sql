-- The findings of each version, as far as decisions and counts need them; all else of them is in the extraction.
CREATE TABLE report_finding (
    report VARCHAR(32) NOT NULL,
    version INTEGER NOT NULL,
    number INTEGER NOT NULL,
    fingerprint VARCHAR(64) NOT NULL,
    rule VARCHAR(200) NOT NULL,
    severity VARCHAR(20) NOT NULL,
    PRIMARY KEY (report, version, number),
    FOREIGN KEY (report, version) REFERENCES report_version (report, number)
);

-- What was decided about a finding: by whom, when and why is in the log. Rows are only added; of those about one
-- finding the last one stands, in every version that has this finding.
CREATE TABLE decision (
    sequence BIGINT PRIMARY KEY REFERENCES change_log (sequence),
    report VARCHAR(32) NOT NULL REFERENCES report (id),
    fingerprint VARCHAR(64) NOT NULL,
    ruling VARCHAR(20) NOT NULL,
    stands BOOLEAN NOT NULL
);

CREATE INDEX decision_report ON decision (report, fingerprint);
