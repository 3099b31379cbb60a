package io.mingjian.checks;

/// How grave a finding is.
public enum Severity {
    ERROR,
    INCONSISTENCY,
    WARNING,
    INFO
}
