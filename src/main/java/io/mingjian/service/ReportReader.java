package io.mingjian.service;

import io.mingjian.checks.Report;

/// Reads what is kept of a report back into what rules are held against. Safe to share between threads.
@FunctionalInterface
public interface ReportReader {
    /// What the rules need of a kept report.
    ///
    /// @param extraction as it was kept
    /// @param text       the report's text
    Report read(byte[] extraction, String text);
}
