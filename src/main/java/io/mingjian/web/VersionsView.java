package io.mingjian.web;

import io.mingjian.store.Version;
import io.mingjian.store.VersionKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The history of a report.
///
/// @param versions  the newest first
/// @param compared  what two of them state differently, or null where nobody asked
/// @param supervises whether the reader may restore and return
public record VersionsView(
        ListedReport report,
        List<VersionView> versions,
        @Nullable Compared compared,
        boolean supervises) {
    public VersionsView {
        versions = List.copyOf(versions);
    }

    /// A version on one line.
    ///
    /// @param parent the version it was made from, or null for the first
    public record VersionView(
            int number,
            @Nullable Integer parent,
            String kind,
            String at,
            String author,
            @Nullable String reason,
            boolean corrected,
            String engine,
            int findings) {
        static VersionView of(Version version) {
            return new VersionView(
                    version.number(),
                    version.parent(),
                    version.kind().name(),
                    ListedReport.time(version.at()),
                    version.act().author(),
                    version.act().reason(),
                    version.corrected(),
                    version.engine().program() + " · "
                            + version.engine()
                                    .model()
                                    .substring(
                                            0,
                                            Math.min(8, version.engine().model().length())),
                    version.summary().findings().values().stream()
                            .mapToInt(Integer::intValue)
                            .sum());
        }

        /// Whether the office gave the report back with it.
        public boolean returned() {
            return kind.equals(VersionKind.RETURN.name());
        }
    }

    /// What two versions state differently.
    public record Compared(int before, int after, List<DifferenceView> differences) {
        public Compared {
            differences = List.copyOf(differences);
        }
    }
}
