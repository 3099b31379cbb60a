package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.supervision.Batch.State;
import io.mingjian.store.supervision.BatchFile;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The turns by which whoever follows a batch sees what happens to its files.
final class BatchTurns {
    /// Characters of a wording that are kept.
    static final int WORDING = 2000;

    private BatchTurns() {}

    /// Takes the batch's next turn, and waits for whoever took the last one: turns stand in the order of the
    /// commits.
    static long next(Connection connection, long batch) throws SQLException {
        Sql.update(connection, "UPDATE batch SET turn = turn + 1 WHERE sequence = ?", batch);
        return Sql.number(connection, "SELECT turn FROM batch WHERE sequence = ?", batch);
    }

    static void requireOpen(Connection connection, long batch) throws SQLException {
        if (Sql.number(connection, "SELECT count(*) FROM batch WHERE sequence = ? AND NOT discarded", batch) == 0) {
            throw new MingjianException(ProblemCode.CONFLICT, "the batch was thrown away");
        }
    }

    /// Notes that something happened to a file, and where that leaves it.
    static int take(Connection connection, BatchFile file, State state) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE batch_file SET state = ?, turn = ? WHERE batch = ? AND place = ?",
                state.name(),
                next(connection, file.batch()),
                file.batch(),
                file.place());
    }

    /// Notes why a step failed, or that none did.
    static int flaw(Connection connection, BatchFile file, @Nullable ProblemCode code, String detail)
            throws SQLException {
        return Sql.update(
                connection,
                "UPDATE batch_file SET code = ?, detail = ? WHERE batch = ? AND place = ?",
                code == null ? null : code.name(),
                Sql.fit(detail, WORDING),
                file.batch(),
                file.place());
    }
}
