package io.mingjian.extract;

/// The steps of an extraction, in their order.
public enum Stage {
    READ,
    OUTLINE,
    TABLES,
    METRICS,
    CHECKS
}
