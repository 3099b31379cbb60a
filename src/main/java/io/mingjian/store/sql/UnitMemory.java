package io.mingjian.store.sql;

import io.mingjian.store.supervision.Unit;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The units without their other names, in memory until one of them changes. Safe to share between threads.
final class UnitMemory {
    private volatile @Nullable Known known;

    /// @param sequence the last change to any of them
    private record Known(long sequence, List<Unit> units) {}

    /// All units as they are in the reading of this connection, by their ids, those above first.
    List<Unit> of(Connection connection) throws SQLException {
        long sequence = SqlUnitStore.sequence(connection);
        Known last = known;
        if (last == null || last.sequence() != sequence) {
            List<Unit> units =
                    Sql.list(connection, "SELECT " + SqlUnitStore.COLUMNS + " FROM unit u", SqlUnitStore::unit);
            units.sort(Comparator.comparing(unit -> unit.id().value()));
            last = new Known(sequence, List.copyOf(units));
            known = last;
        }
        return last.units();
    }
}
