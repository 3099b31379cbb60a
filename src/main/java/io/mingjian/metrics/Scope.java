package io.mingjian.metrics;

/// Whose figure it is, where the text says so: the office's own, that of its subordinates, or of the whole
/// area.
public enum Scope {
    OWN,
    SUBORDINATE,
    ALL
}
