package io.mingjian.store.supervision;

import io.mingjian.store.Act;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// What became of the units' reports. Safe to share between threads.
public interface LedgerStore {
    /// Units that owe a report of the year, by their ids, each with what became of it.
    ///
    /// @param after the id after which the page begins, or null
    List<LedgerEntry> page(LedgerQuery query, @Nullable UnitId after, int limit);

    /// Every unit that owes a report of the year, by their ids, those above first.
    List<Standing> standings(LedgerQuery query);

    /// The newest year up to one of which anything was sent; empty where nothing was.
    OptionalInt newest(int until, Scope scope);

    /// Decides about a report.
    ///
    /// @param from the version that whoever decides has seen
    /// @throws io.mingjian.problem.MingjianException `NOT_FOUND`, or `CONFLICT` where there is a newer version
    Review decide(ReportId report, int from, Conclusion decision, List<Review.Note> notes, Act act);

    /// All decisions about a report, the first one first.
    List<Review> reviews(ReportId report);

    /// Says whose figures a report states.
    ///
    /// @param coverage null for what its unit's reports usually state
    void cover(ReportId report, @Nullable Coverage coverage, Act act);
}
