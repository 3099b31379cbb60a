package io.mingjian.web;

import org.jspecify.annotations.Nullable;

/// What became of a file that was handed in.
public sealed interface Outcome {
    /// The file's name as it was sent.
    String name();

    /// It is kept, now or since an earlier time.
    ///
    /// @param likely whose it probably is, where that is still to be said by whoever reads; else null
    record Kept(
            String name,
            ListedReport report,
            boolean duplicate,
            @Nullable Likely likely) implements Outcome {}

    /// A unit that may have written a report.
    record Likely(String unit, String name) {}

    /// It is not; `sentence` says why and what to do.
    record Refused(String name, String sentence, String code) implements Outcome {}
}
