package io.mingjian.service;

import io.mingjian.checks.Report;
import java.util.Set;

/// Reads what is kept of a report back into what rules are held against. Safe to share between threads.
@FunctionalInterface
public interface ReportReader {
    /// What the rules need of a kept report, and what they said of it.
    ///
    /// @param extraction as it was kept
    /// @param text       the report's text
    Found read(byte[] extraction, String text);

    /// A report with the fingerprints of the findings that are kept with it.
    record Found(Report report, Set<String> fingerprints) {
        public Found {
            fingerprints = Set.copyOf(fingerprints);
        }
    }
}
