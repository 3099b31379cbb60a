package io.mingjian.tables;

import io.mingjian.tables.Alignment.Attempt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A reading that was tried, and the table that it gave.
///
/// @param proven null where it gave none that can be relied upon
record Trial(@Nullable AlignedTable proven, Attempt attempt) {
    Optional<AlignedTable> table() {
        return Optional.ofNullable(proven);
    }
}
