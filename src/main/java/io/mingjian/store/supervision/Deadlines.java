package io.mingjian.store.supervision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Until when reports are in time: the end of a day of the year after the one they are about.
///
/// @param usual the last day for every year that has none of its own
/// @param set   the last days that somebody set, by the year of the reports
public record Deadlines(MonthDay usual, ZoneId zone, Map<Integer, LocalDate> set) {
    public Deadlines {
        set = Map.copyOf(set);
    }

    /// The last day on which a report of that year is in time.
    public LocalDate day(int year) {
        LocalDate own = set.get(year);
        return own == null ? usual.atYear(year + 1) : own;
    }

    /// The first moment that is too late for reports of that year.
    public Instant of(int year) {
        return day(year).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /// Whether it came too late; what is of no year cannot.
    public boolean isLate(@Nullable Integer year, Instant at) {
        return year != null && !at.isBefore(of(year));
    }

    /// Where a report stands that came then.
    ///
    /// @param decision what was decided since, or null
    public State state(@Nullable Integer year, Instant at, @Nullable Conclusion decision) {
        if (decision == null) {
            return isLate(year, at) ? State.LATE : State.SUBMITTED;
        }
        return switch (decision) {
            case RETURNED -> State.RETURNED;
            case ACCEPTED -> State.ACCEPTED;
            case PUBLISHED -> State.PUBLISHED;
        };
    }
}
