package io.mingjian.store;

/// What somebody made of a finding.
public enum Ruling {
    /// It was explained and is accepted: it no longer counts, and stays to be seen.
    WAIVED,
    /// It is right, and the unit has to mend it.
    CONFIRMED,
    /// What was decided before no longer holds.
    REOPENED
}
