package io.mingjian.store.supervision;

import java.time.Instant;
import java.time.MonthDay;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Until when a report is in time: the end of a day of the year after the one it is about.
public record Deadline(MonthDay day, ZoneId zone) {
    /// The first moment that is too late for reports of that year.
    public Instant of(int year) {
        return day.atYear(year + 1).plusDays(1).atStartOfDay(zone).toInstant();
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
