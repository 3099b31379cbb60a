-- Of a key only its SHA-256 is kept. A name is never used twice: the log speaks of it.
CREATE TABLE access_key (
    name VARCHAR(200) PRIMARY KEY,
    hash VARCHAR(64) NOT NULL UNIQUE,
    role VARCHAR(20) NOT NULL,
    everything BOOLEAN NOT NULL,
    revoked BOOLEAN NOT NULL
);

CREATE TABLE access_key_unit (
    name VARCHAR(200) NOT NULL REFERENCES access_key (name),
    unit VARCHAR(200) NOT NULL,
    PRIMARY KEY (name, unit)
);
