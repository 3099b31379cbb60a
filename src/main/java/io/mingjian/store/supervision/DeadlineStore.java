package io.mingjian.store.supervision;

import io.mingjian.store.Act;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps the last days for reports of years that have one of their own. Safe to share between threads.
public interface DeadlineStore {
    /// All of them, the latest year first.
    List<Deadline> list();

    /// Sets the last day for reports of a year.
    ///
    /// @param day null for the usual one
    /// @return whether that changed anything; what changes nothing is not logged
    boolean set(int year, @Nullable LocalDate day, Act act);
}
