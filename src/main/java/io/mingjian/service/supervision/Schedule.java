package io.mingjian.service.supervision;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Caller;
import io.mingjian.store.Role;
import io.mingjian.store.supervision.Deadline;
import io.mingjian.store.supervision.DeadlineStore;
import io.mingjian.store.supervision.Deadlines;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Until when the reports of each year are in time. Safe to share between threads.
public final class Schedule {
    private final DeadlineStore store;
    private final MonthDay usual;
    private final ZoneId zone;

    /// @param usual the last day for years that nobody set another for
    public Schedule(DeadlineStore store, MonthDay usual, ZoneId zone) {
        this.store = store;
        this.usual = usual;
        this.zone = zone;
    }

    /// As they are now; everybody may know them.
    public Deadlines deadlines() {
        return new Deadlines(
                usual, zone, store.list().stream().collect(Collectors.toMap(Deadline::year, Deadline::day)));
    }

    /// Those that somebody set, the latest year first, with who and why.
    public List<Deadline> list(Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        return store.list();
    }

    /// Sets the last day for reports of a year. What came after it is late, and what came before is not, from
    /// now on and also where it came long ago.
    ///
    /// @throws MingjianException `IMPOSSIBLE_DEADLINE` where the day is not of the next year
    public void set(Caller caller, int year, LocalDate day, @Nullable String reason) {
        caller.requireAll(Role.ADMINISTRATOR);
        if (!Deadline.isPossible(year, day)) {
            throw new MingjianException(
                    ProblemCode.IMPOSSIBLE_DEADLINE, "reports of " + year + " are due in " + (year + 1));
        }
        store.set(year, day, caller.act(reason));
    }

    /// Gives a year the usual last day back.
    ///
    /// @throws MingjianException `NOT_FOUND` where it has that one already
    public void reset(Caller caller, int year, @Nullable String reason) {
        caller.requireAll(Role.ADMINISTRATOR);
        if (!store.set(year, null, caller.act(reason))) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "that year has the usual deadline");
        }
    }
}
