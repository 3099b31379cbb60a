package io.mingjian.store;

import io.mingjian.checks.Finding;
import java.util.List;

/// What the rules find of a report beside its unit's report of the year before, and do not find of it alone.
///
/// @param outcomes in bytes of whoever makes them: what became of the rules that look back
/// @param findings of which fingerprints decisions may be made
@SuppressWarnings("ArrayRecordComponent") // handed through, never compared
public record LookBack(Pair pair, byte[] outcomes, List<Finding> findings) {
    public LookBack {
        findings = List.copyOf(findings);
    }

    /// Two reports of one unit in the versions that were held beside each other.
    ///
    /// @param previous the report of the year before
    public record Pair(ReportId report, int version, ReportId previous, int previousVersion) {}
}
