package io.mingjian.store.supervision;

import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.ReportId;
import io.mingjian.store.UnitId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A file of a batch.
///
/// @param batch     the number of the change that began its batch
/// @param place     counts from 1 within the batch
/// @param turn      of the batch, when something last happened to this file
/// @param name      as it was sent, with the folders of an archive; never used as a path
/// @param sha256    of its bytes
/// @param skipped   whether a person leaves it out
/// @param flaw      why it could not be read, or not be taken back; null where nothing was wrong
/// @param seen      what was read in it, or null
/// @param belonging whose report of which year it will be
/// @param guesses   units it may be of, the likeliest first
/// @param present   the report that this unit has of this year, which the file would be the next version of, or
///                  null
/// @param twin      the place of an earlier file of the batch with the same bytes, or null
/// @param kept      the report that has the same bytes or that it became, or null
/// @param decided   who confirmed it or takes it back, and why; null before
public record BatchFile(
        long batch,
        int place,
        long turn,
        String name,
        @Nullable String declaredType,
        String sha256,
        long bytes,
        Batch.State state,
        boolean skipped,
        @Nullable Flaw flaw,
        @Nullable Seen seen,
        Choice belonging,
        List<Guess> guesses,
        @Nullable ReportId present,
        @Nullable Integer twin,
        @Nullable Made kept,
        @Nullable Act decided) {
    public BatchFile {
        guesses = List.copyOf(guesses);
    }

    /// What went wrong.
    public record Flaw(ProblemCode code, String detail) {}

    /// What was read in a file.
    ///
    /// @param year that the document states
    public record Seen(
            @Nullable String title,
            @Nullable String organization,
            @Nullable Integer year,
            @Nullable String form,
            int errors,
            int inconsistencies,
            int warnings) {}

    /// Whose report of which year.
    ///
    /// @param byHand whether a person said so
    public record Choice(@Nullable UnitId unit, @Nullable Integer year, boolean byHand) {
        public static final Choice OPEN = new Choice(null, null, false);
    }

    /// A unit that a file may be of.
    ///
    /// @param name  the name that was found
    /// @param score 0..1
    /// @param exact whether the name is the unit's, character for character
    public record Guess(UnitId unit, String name, double score, boolean exact) {}

    /// The report that a file became, or was before.
    ///
    /// @param version null where it was a report before
    /// @param before  the version that was current until then, or null where the report was new
    public record Made(
            ReportId report,
            @Nullable Integer version,
            @Nullable Integer before) {}

    /// What a person says of a file.
    public record Edit(
            int place, @Nullable UnitId unit, @Nullable Integer year, boolean skipped) {}
}
