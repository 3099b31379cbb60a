-- Who signs in. Of a password only what a library made of it is kept. A name is never used twice: the log speaks of it.
CREATE TABLE account (
    name VARCHAR(200) PRIMARY KEY,
    password VARCHAR(400) NOT NULL,
    role VARCHAR(20) NOT NULL,
    everything BOOLEAN NOT NULL,
    revoked BOOLEAN NOT NULL
);

CREATE TABLE account_unit (
    name VARCHAR(200) NOT NULL REFERENCES account (name),
    unit VARCHAR(200) NOT NULL,
    PRIMARY KEY (name, unit)
);

-- Who is signed in. Of the session's name only its SHA-256 is kept. Not part of a backup.
CREATE TABLE sign_in (
    hash VARCHAR(64) PRIMARY KEY,
    account VARCHAR(200) NOT NULL REFERENCES account (name),
    began TIMESTAMP WITH TIME ZONE NOT NULL,
    used TIMESTAMP WITH TIME ZONE NOT NULL
);
