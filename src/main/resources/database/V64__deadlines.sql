-- The last day on which a report of a year is in time, where it is another than the settings say.
CREATE TABLE deadline (
    report_year INTEGER PRIMARY KEY,
    last_day DATE NOT NULL,
    sequence BIGINT NOT NULL REFERENCES change_log (sequence)
);
