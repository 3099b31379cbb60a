package io.mingjian.index;

import io.mingjian.store.ReportId;

/// Makes what is searched out of what is kept.
@FunctionalInterface
public interface ReportDecoder {
    /// The report with this id, of the bytes and the text that the store keeps.
    ///
    /// @param extraction the bytes the store keeps
    IndexedReport decode(ReportId id, byte[] extraction, String text);
}
