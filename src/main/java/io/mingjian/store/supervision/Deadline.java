package io.mingjian.store.supervision;

import io.mingjian.store.Act;
import java.time.Instant;
import java.time.LocalDate;

/// The last day on which reports of a year are in time, as somebody set it.
///
/// @param at when it was set
public record Deadline(int year, LocalDate day, Instant at, Act act) {
    /// Whether a day can be the last one for reports of a year: that year is over, and the next is not.
    public static boolean isPossible(int year, LocalDate day) {
        return day.getYear() == year + 1;
    }
}
