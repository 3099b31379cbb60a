-- Who is told of changes. The secret signs what is sent, so it is kept as it is. kinds: beginnings of the names of
-- actions, by commas. reached: the last change that was looked at.
CREATE TABLE webhook (
    id VARCHAR(32) PRIMARY KEY,
    url VARCHAR(2000) NOT NULL,
    secret VARCHAR(200) NOT NULL,
    kinds VARCHAR(1000) NOT NULL,
    everything BOOLEAN NOT NULL,
    created BIGINT NOT NULL REFERENCES change_log (sequence),
    reached BIGINT NOT NULL,
    revoked BOOLEAN NOT NULL
);

CREATE TABLE webhook_unit (
    webhook VARCHAR(32) NOT NULL REFERENCES webhook (id),
    unit VARCHAR(200) NOT NULL,
    PRIMARY KEY (webhook, unit)
);

-- sequence: the change that is told. state: WAITING, DELIVERED or DEAD. due: when it is tried next, or was done.
CREATE TABLE webhook_delivery (
    webhook VARCHAR(32) NOT NULL REFERENCES webhook (id),
    sequence BIGINT NOT NULL REFERENCES change_log (sequence),
    state VARCHAR(20) NOT NULL,
    attempts INTEGER NOT NULL,
    due TIMESTAMP WITH TIME ZONE NOT NULL,
    status INTEGER,
    failure VARCHAR(500),
    PRIMARY KEY (webhook, sequence)
);

CREATE INDEX webhook_delivery_due ON webhook_delivery (state, due);
