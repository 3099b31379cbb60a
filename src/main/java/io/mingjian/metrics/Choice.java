package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.CueMatcher.Found;
import io.mingjian.model.MetricKind;
import org.jspecify.annotations.Nullable;

/// What a quantity counts.
///
/// @param metric null where the figure is none of ours
/// @param found  the cue that decided, or null where the list did
/// @param clues  what decided where no wording did, or null
record Choice(
        @Nullable MetricKind metric,
        Reason reason,
        @Nullable Found found,
        @Nullable String clues) {
    /// That nothing says what it counts.
    static final Choice NOTHING = new Choice(null, Reason.NO_CUE, null);

    Choice(@Nullable MetricKind metric, Reason reason, @Nullable Found found) {
        this(metric, reason, found, null);
    }

    /// The words that decided, or null where none did.
    @Nullable
    String words(Passage passage) {
        return found == null ? clues : found.words(passage);
    }
}
