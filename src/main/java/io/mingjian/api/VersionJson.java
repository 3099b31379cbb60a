package io.mingjian.api;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.service.Difference;
import io.mingjian.store.Version;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A version of a report.
///
/// @param parent    the version it was made from, or null for the first
/// @param kind      `upload`, `re-extraction`, `correction`, `restoration`, `return`
/// @param engine    what read it: the program's fingerprint
/// @param model     the fingerprint of the model it was read with
/// @param corrected whether values in it were set by hand
@Serdeable
public record VersionJson(
        int version,
        @Nullable Integer parent,
        String kind,
        String at,
        String author,
        @Nullable String reason,
        String sha256,
        String name,
        String engine,
        String model,
        boolean corrected) {
    static VersionJson of(Version version) {
        return new VersionJson(
                version.number(),
                version.parent(),
                version.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                version.at().toString(),
                version.act().author(),
                version.act().reason(),
                version.sha256(),
                version.summary().name(),
                version.engine().program(),
                version.engine().model(),
                version.corrected());
    }

    /// The versions of a report, the first one first.
    @Serdeable
    public record VersionsJson(List<VersionJson> items) {}

    /// What two versions state differently, and how the later one came to be.
    ///
    /// @param because the versions after the earlier up to the later, each with who made it and why
    @Serdeable
    public record ComparisonJson(int before, int after, List<DifferenceJson> changes, List<VersionJson> because) {}

    /// A value that differs.
    ///
    /// @param kind   `report`, `cell`, `fact`, `finding`
    /// @param before null where that version says nothing there
    @Serdeable
    public record DifferenceJson(
            String kind,
            String place,
            @Nullable String before,
            @Nullable String after) {
        static DifferenceJson of(Difference difference) {
            return new DifferenceJson(difference.kind(), difference.place(), difference.before(), difference.after());
        }
    }

    /// Which version is to be current again, and why.
    @Serdeable
    public record RestoreJson(int version, @Nullable String reason) {}

    /// Why a report goes back to its unit.
    @Serdeable
    public record ReturnJson(String reason) {}

    /// Whose report of which year it is.
    ///
    /// @param year null leaves the year that the document states
    @Serdeable
    public record BelongingJson(
            @Nullable String unit, @Nullable Integer year) {}
}
