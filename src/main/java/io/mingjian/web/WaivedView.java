package io.mingjian.web;

import io.mingjian.wire.WaivedJson;
import java.util.List;
import java.util.Objects;

/// Findings of a report that somebody accepted.
///
/// @param supervises whether the reader may count them again
public record WaivedView(ListedReport report, List<WaivedLine> lines, boolean supervises) {
    public WaivedView {
        lines = List.copyOf(lines);
    }

    /// A finding, and who accepted it, when and why.
    public record WaivedLine(
            String fingerprint, String severity, String claim, String message, String by, String on, String reason) {
        static WaivedLine of(WaivedJson waived, String claim) {
            return new WaivedLine(
                    Objects.requireNonNullElse(
                            waived.finding().fingerprint(), waived.waiver().fingerprint()),
                    waived.finding().severity(),
                    claim,
                    waived.finding().message(),
                    waived.waiver().by(),
                    waived.waiver().on(),
                    waived.waiver().reason());
        }
    }
}
