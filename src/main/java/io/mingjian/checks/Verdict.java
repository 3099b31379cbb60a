package io.mingjian.checks;

/// Whom a finding blames: our reading, a difference of definition, the reporter, or nobody yet.
public enum Verdict {
    LIKELY_MISREAD,
    DEFINITION_DIFFERS,
    LIKELY_MISREPORTED,
    UNDECIDED
}
