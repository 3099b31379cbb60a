package io.mingjian.store.sql;

import io.mingjian.problem.ProblemCode;
import io.mingjian.store.ReportId;
import io.mingjian.store.supervision.Batch.State;
import io.mingjian.store.supervision.BatchFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is read of the files of batches. Of a crash the last of it may be lost; it is read again.
record BatchReadings(Database database) {
    /// Notes that a file is being read.
    void begin(BatchFile file) {
        database.note(connection -> BatchTurns.take(connection, file, State.READING));
    }

    /// Notes what was read. What a person said of the file meanwhile stands.
    void end(BatchFile file, BatchFile.Seen seen, BatchFile.Choice choice, List<BatchFile.Guess> guesses) {
        database.note(connection -> {
            BatchTurns.take(connection, file, State.READ);
            Sql.update(
                    connection,
                    """
                    UPDATE batch_file SET code = NULL, detail = NULL, title = ?, organization = ?, stated_year = ?,
                        form = ?, errors = ?, inconsistencies = ?, warnings = ?
                    WHERE batch = ? AND place = ?""",
                    fit(seen.title()),
                    fit(seen.organization()),
                    seen.year(),
                    seen.form(),
                    seen.errors(),
                    seen.inconsistencies(),
                    seen.warnings(),
                    file.batch(),
                    file.place());
            Sql.update(
                    connection,
                    "UPDATE batch_file SET unit = ?, report_year = ? WHERE batch = ? AND place = ? AND NOT by_hand",
                    Objects.toString(choice.unit(), null),
                    choice.year(),
                    file.batch(),
                    file.place());
            return guess(connection, file, guesses);
        });
    }

    private static int guess(Connection connection, BatchFile file, List<BatchFile.Guess> guesses) throws SQLException {
        Sql.update(connection, "DELETE FROM batch_guess WHERE batch = ? AND place = ?", file.batch(), file.place());
        int number = 0;
        for (BatchFile.Guess guess : guesses) {
            Sql.update(
                    connection,
                    "INSERT INTO batch_guess (batch, place, number, unit, name, score, exact)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    file.batch(),
                    file.place(),
                    ++number,
                    guess.unit().value(),
                    guess.name(),
                    guess.score(),
                    guess.exact());
        }
        return number;
    }

    private static @Nullable String fit(@Nullable String text) {
        return text == null ? null : Sql.fit(text, BatchTurns.WORDING);
    }

    void fail(BatchFile file, State state, ProblemCode code, String detail) {
        database.note(connection -> {
            BatchTurns.take(connection, file, state);
            return BatchTurns.flaw(connection, file, code, detail);
        });
    }

    void duplicate(BatchFile file, @Nullable ReportId report, @Nullable Integer twin) {
        database.note(connection -> {
            BatchTurns.take(connection, file, State.DUPLICATE);
            return Sql.update(
                    connection,
                    "UPDATE batch_file SET report = ?, twin = ? WHERE batch = ? AND place = ?",
                    Objects.toString(report, null),
                    twin,
                    file.batch(),
                    file.place());
        });
    }
}
