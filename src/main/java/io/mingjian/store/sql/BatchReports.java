package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.StoredReport;
import io.mingjian.store.VersionKind;
import io.mingjian.store.supervision.Batch.State;
import io.mingjian.store.supervision.BatchFile;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;

/// The reports that confirmed files of batches become, and the way back.
record BatchReports(Database database, BatchReadings readings) {
    /// Makes a confirmed file a report, or the next version of one, and notes so, both or neither.
    ReportId keep(BatchFile file, Reading reading) {
        Belonging belonging =
                new Belonging(file.belonging().unit(), file.belonging().year());
        Act act = decided(file);
        Optional<ReportId> kept = database.change(transaction -> {
            transaction.begin();
            Arrival arrival = new Arrival(transaction, file.sha256(), belonging);
            if (arrival.duplicate().isPresent()) {
                return Optional.empty();
            }
            Connection connection = transaction.connection();
            Integer before = Arrival.reportOf(connection, belonging.unit(), belonging.year())
                    .flatMap(id -> current(connection, id))
                    .orElse(null);
            ReportId id = arrival.keep(new Arrival.Sent(file.bytes(), file.declaredType()), reading, act);
            BatchTurns.take(connection, file, State.KEPT);
            Sql.update(
                    connection,
                    "UPDATE batch_file SET report = ?, version = (SELECT current_version FROM report WHERE id = ?),"
                            + " before_version = ? WHERE batch = ? AND place = ?",
                    id.value(),
                    id.value(),
                    before,
                    file.batch(),
                    file.place());
            return Optional.of(id);
        });
        if (kept.isPresent()) {
            return kept.get();
        }
        ReportId same = database.read(connection -> Arrival.duplicate(connection, file.sha256(), belonging.unit()))
                .map(StoredReport::id)
                .orElseThrow(() -> new MingjianException(ProblemCode.CONFLICT, "its duplicate went meanwhile"));
        readings.duplicate(file, same, null);
        return same;
    }

    private static Act decided(BatchFile file) {
        return Objects.requireNonNull(file.decided(), "a file that nobody decided about");
    }

    /// The current version of a report that was not removed.
    private static Optional<Integer> current(Connection connection, ReportId id) {
        try {
            return ReportReader.current(connection, id).map(StoredReport::version);
        } catch (SQLException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot read the database", e);
        }
    }

    /// Takes a file's version back; one that somebody changed since stays as it is, with a note why.
    Optional<ReportId> revert(BatchFile file) {
        BatchFile.Made made = Objects.requireNonNull(file.kept());
        Act act = decided(file);
        Optional<ReportId> changed = database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            Optional<StoredReport> now = ReportReader.current(connection, made.report());
            if (now.isEmpty() || !Objects.equals(now.get().version(), made.version())) {
                return Optional.empty();
            }
            Integer before = made.before();
            if (before == null) {
                ReportWriter.remove(transaction, now.get(), act);
            } else {
                ReportWriter.repeat(transaction, now.get(), before, VersionKind.RESTORATION, act);
            }
            BatchTurns.take(connection, file, State.UNDONE);
            return Optional.of(made.report());
        });
        if (changed.isEmpty()) {
            boolean gone = database.read(connection -> ReportReader.current(connection, made.report()))
                    .isEmpty();
            database.note(connection -> {
                BatchTurns.take(connection, file, gone ? State.UNDONE : State.KEPT);
                return gone
                        ? 0
                        : BatchTurns.flaw(connection, file, ProblemCode.CONFLICT, "somebody changed the report since");
            });
        }
        return changed;
    }
}
