package io.mingjian.api;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.store.supervision.Deadlines;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Until when reports are in time.
///
/// @param usual `MM-dd`, the last day in the next year for every year that is not among the items
/// @param zone  where the day ends
@Serdeable
public record DeadlinesJson(String usual, String zone, List<YearJson> items) {
    /// `MonthDay` writes two hyphens before it.
    private static final int HYPHENS = 2;

    static DeadlinesJson of(Deadlines deadlines) {
        return new DeadlinesJson(
                deadlines.usual().toString().substring(HYPHENS),
                deadlines.zone().getId(),
                deadlines.set().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry ->
                                new YearJson(entry.getKey(), entry.getValue().toString()))
                        .toList());
    }

    /// The last day for reports of a year that has one of its own.
    @Serdeable
    public record YearJson(int year, String day) {}

    /// A day to be set.
    @Serdeable
    public record DayJson(@Nullable String day, @Nullable String reason) {}
}
