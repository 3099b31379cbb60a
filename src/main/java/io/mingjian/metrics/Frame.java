package io.mingjian.metrics;

import org.jspecify.annotations.Nullable;

/// What a settled number leaves behind for those that follow it.
///
/// @param quantity  the number
/// @param statement what it states, or null where it states nothing of ours
record Frame(Quantity quantity, @Nullable Statement statement) {
    boolean isFact() {
        return statement != null;
    }
}
