package io.mingjian.wire;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.extract.Corrected.Standing;
import io.mingjian.service.HandMade;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A correction, who made it, and how the engine stands to it.
///
/// @param standing `agrees`, `differs`, or `lost` where its place is not in the document any more
/// @param machine  what the engine says there, or null where it says nothing
@Serdeable
public record HandMadeJson(
        CorrectionJson correction,
        String author,
        @Nullable String reason,
        String at,
        String standing,
        @Nullable String machine) {
    /// The correction as the interface writes it.
    public static HandMadeJson of(HandMade made) {
        return new HandMadeJson(
                CorrectionJson.of(made.correction()),
                made.author(),
                made.reason(),
                made.at().toString(),
                made.standing().name().toLowerCase(Locale.ROOT),
                made.machine());
    }

    HandMade made() {
        return new HandMade(
                correction.correction(),
                author,
                reason,
                Instant.parse(at),
                Standing.valueOf(standing.toUpperCase(Locale.ROOT)),
                machine);
    }

    /// All corrections of a version.
    @Serdeable
    public record ListJson(List<HandMadeJson> items) {
        /// The corrections as the interface writes them.
        public static ListJson of(List<HandMade> made) {
            return new ListJson(made.stream().map(HandMadeJson::of).toList());
        }
    }
}
