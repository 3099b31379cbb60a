-- Which engine read an original again and found what stands in the version that is current: the version stays as it is,
-- and nobody need read it with that engine once more.
CREATE TABLE confirmed_reading (
    report VARCHAR(32) PRIMARY KEY REFERENCES report (id),
    version INTEGER NOT NULL,
    engine VARCHAR(64) NOT NULL,
    model_fingerprint VARCHAR(64) NOT NULL
);
