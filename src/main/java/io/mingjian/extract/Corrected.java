package io.mingjian.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An extraction with what people corrected in it.
///
/// @param applied one for each correction, in their order
public record Corrected(Extraction extraction, List<Applied> applied) {
    public Corrected {
        applied = List.copyOf(applied);
    }

    /// What became of a correction.
    ///
    /// @param machine what the engine says at that place (a number, the state of a cell), or null where it says
    ///                nothing
    public record Applied(
            Correction correction,
            Standing standing,
            @Nullable String machine) {}

    /// How the engine stands to a correction.
    public enum Standing {
        /// It reads the same by now.
        AGREES,
        /// It reads something else; the correction holds.
        DIFFERS,
        /// The place is not there any more: nothing was corrected, somebody has to look.
        LOST
    }
}
