package io.mingjian.store.supervision;

import io.mingjian.store.Change;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The figures of all current versions, derived from what is kept. Safe to share between threads.
public interface SheetStore {
    /// The number of the last change that was taken in.
    long sequence();

    /// Takes in changes, in their order: what a report says now, or that it went.
    ///
    /// @param sheets what was read of those reports that are there; one that is not in it has no sheet any more
    void apply(List<Change> changes, Map<ReportId, Sheet> sheets);

    /// Forgets everything, to be made anew.
    void clear();

    /// The sheets after a change, in the order of the changes.
    ///
    /// @param with which rows are unpacked; the others are empty
    List<Page> page(SheetQuery query, Rows with, long after, int limit);

    /// Every sheet's cells within one reading of the database, by the ids of their units, those of none last.
    void forEachCells(SheetQuery query, Consumer<CellRow> each);

    /// What happened after a change to reports, units and decisions of the scope, in order; of each change one
    /// line, the same at every asking.
    List<ChangeRow> changes(long after, int limit, Scope scope, Deadlines deadlines);

    /// What is said of a report's sheet.
    Optional<SheetHead> head(ReportId report, Deadlines deadlines);

    /// A sheet and whose it is.
    record Page(SheetHead head, Sheet sheet) {}

    /// Which rows of a sheet are wanted.
    enum Rows {
        CELLS,
        FACTS,
        FINDINGS
    }
}
