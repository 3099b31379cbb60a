package io.mingjian.metrics;

/// What time a stated number speaks of. `YEAR` is the year reported on, and stocks at its end.
public enum Period {
    YEAR,
    PRIOR_YEAR,
    CUMULATIVE,
    PART_YEAR,
    OTHER_YEAR,
    PLANNED
}
