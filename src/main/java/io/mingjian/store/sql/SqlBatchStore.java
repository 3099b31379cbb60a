package io.mingjian.store.sql;

import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Batch;
import io.mingjian.store.supervision.Batch.State;
import io.mingjian.store.supervision.BatchFile;
import io.mingjian.store.supervision.BatchStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Batches in the database of the reports, their bytes among its originals: what people do with them. What is
/// read of a file stands in [BatchReadings], what becomes of a confirmed one in [BatchReports].
record SqlBatchStore(Database database, Originals originals, BatchReadings readings, BatchReports reports)
        implements BatchStore {
    private static final int NAME = 1000;
    private static final int LABEL = 200;

    SqlBatchStore(Database database, Originals originals) {
        this(database, originals, new BatchReadings(database), new BatchReports(database, new BatchReadings(database)));
    }

    /// A file whose bytes are in their place.
    private record Placed(Upload upload, String original, long size) {}

    @Override
    public Batch begin(String name, Scope scope, List<Upload> files, Act act) {
        List<Placed> placed = place(files);
        return database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            long batch = transaction
                    .log(act, "batch.begin", Sql.fit(name, LABEL), null, null)
                    .sequence();
            Sql.update(
                    connection,
                    "INSERT INTO batch (sequence, name, everything, turn, discarded) VALUES (?, ?, ?, 0, FALSE)",
                    batch,
                    Sql.fit(name, NAME),
                    scope instanceof Scope.All);
            if (scope instanceof Scope.Units own) {
                for (UnitId unit : own.units()) {
                    Sql.update(connection, "INSERT INTO batch_unit (batch, unit) VALUES (?, ?)", batch, unit.value());
                }
            }
            insert(connection, batch, placed);
            return BatchRows.find(connection, batch).orElseThrow();
        });
    }

    @Override
    public Batch add(long batch, List<Upload> files, Act act) {
        List<Placed> placed = place(files);
        return database.change(transaction -> {
            transaction.begin();
            BatchTurns.requireOpen(transaction.connection(), batch);
            transaction.log(act, "batch.add", String.valueOf(batch), null, null);
            insert(transaction.connection(), batch, placed);
            return BatchRows.find(transaction.connection(), batch).orElseThrow();
        });
    }

    /// A file is in its place before a row names it.
    private List<Placed> place(List<Upload> files) {
        return files.stream()
                .map(file -> new Placed(file, originals.put(file.file()), ReportWriter.size(file.file())))
                .toList();
    }

    private static void insert(Connection connection, long batch, List<Placed> files) throws SQLException {
        long turn = BatchTurns.next(connection, batch);
        int place = (int) Sql.number(connection, "SELECT max(place) FROM batch_file WHERE batch = ?", batch);
        for (Placed file : files) {
            Arrival.rememberOriginal(connection, file.original(), file.size());
            String type = file.upload().declaredType();
            Sql.update(
                    connection,
                    """
                    INSERT INTO batch_file (batch, place, turn, file_name, declared_type, original, state, skipped,
                        errors, inconsistencies, warnings, by_hand)
                    VALUES (?, ?, ?, ?, ?, ?, 'WAITING', FALSE, 0, 0, 0, FALSE)""",
                    batch,
                    ++place,
                    turn,
                    Sql.fit(file.upload().name(), NAME),
                    type == null ? null : Sql.fit(type, LABEL),
                    file.original());
        }
    }

    @Override
    public Optional<Batch> find(long sequence) {
        return database.read(connection -> BatchRows.find(connection, sequence));
    }

    @Override
    public List<Batch> list(long before, int limit) {
        return database.read(connection -> BatchRows.list(connection, before, limit));
    }

    @Override
    public List<BatchFile> files(long batch, int after, int limit, Set<State> states) {
        String such = states.isEmpty()
                ? ""
                : states.stream().map(State::name).collect(Collectors.joining("', '", " AND f.state IN ('", "')"));
        return database.read(connection -> BatchRows.files(
                connection, "f.batch = ? AND f.place > ?" + such + " ORDER BY f.place LIMIT ?", batch, after, limit));
    }

    @Override
    public Optional<BatchFile> file(long batch, int place) {
        return database
                .read(connection -> BatchRows.files(connection, "f.batch = ? AND f.place = ?", batch, place))
                .stream()
                .findFirst();
    }

    @Override
    public List<BatchFile> after(long batch, long turn, int place, int limit) {
        return database.read(connection -> BatchRows.files(
                connection,
                "f.batch = ? AND f.turn >= ? AND (f.turn > ? OR f.place > ?) ORDER BY f.turn, f.place LIMIT ?",
                batch,
                turn,
                turn,
                place,
                limit));
    }

    @Override
    public List<BatchFile> underWay(int limit) {
        return database.read(connection -> BatchRows.files(
                connection,
                "f.state IN ('WAITING', 'READING', 'CONFIRMED', 'UNDOING')"
                        + " AND f.batch IN (SELECT b.sequence FROM batch b WHERE NOT b.discarded)"
                        + " ORDER BY f.batch, f.place LIMIT ?",
                limit));
    }

    @Override
    public Upload source(BatchFile file) {
        return new Upload(file.name(), file.declaredType(), originals.file(file.sha256()));
    }

    @Override
    public Optional<ReportId> report(String sha256, Scope scope) {
        Condition within = Condition.within("r.unit", scope);
        List<Object> values = new ArrayList<>(within.values());
        values.addFirst(sha256);
        return database.read(connection -> Sql.first(
                connection,
                "SELECT r.id FROM report r WHERE NOT r.removed AND EXISTS (SELECT 1 FROM report_version e"
                        + " WHERE e.report = r.id AND e.original = ?) AND " + within.sql()
                        + " ORDER BY r.arrived DESC LIMIT 1",
                row -> new ReportId(row.getString(1)),
                values.toArray()));
    }

    @Override
    public Optional<Integer> twin(BatchFile file) {
        return database.read(connection -> Sql.first(
                connection,
                "SELECT place FROM batch_file WHERE batch = ? AND original = ? AND place < ? ORDER BY place LIMIT 1",
                row -> row.getInt(1),
                file.batch(),
                file.sha256(),
                file.place()));
    }

    @Override
    public void reading(BatchFile file) {
        readings.begin(file);
    }

    @Override
    public void read(BatchFile file, BatchFile.Seen seen, BatchFile.Choice choice, List<BatchFile.Guess> guesses) {
        readings.end(file, seen, choice, guesses);
    }

    @Override
    public void fail(BatchFile file, State state, ProblemCode code, String detail) {
        readings.fail(file, state, code, detail);
    }

    @Override
    public void duplicate(BatchFile file, @Nullable ReportId report, @Nullable Integer twin) {
        readings.duplicate(file, report, twin);
    }

    @Override
    public void edit(long batch, List<BatchFile.Edit> edits, Act act) {
        if (edits.isEmpty()) {
            return;
        }
        database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            BatchTurns.requireOpen(connection, batch);
            UnitId unit = edits.size() == 1 ? edits.getFirst().unit() : null;
            transaction.log(act, "batch.edit", String.valueOf(batch), unit, null);
            long turn = BatchTurns.next(connection, batch);
            for (BatchFile.Edit edit : edits) {
                if (Sql.update(
                                connection,
                                """
                                UPDATE batch_file SET unit = ?, report_year = ?, skipped = ?, by_hand = TRUE, turn = ?
                                WHERE batch = ? AND place = ? AND state IN ('WAITING', 'READING', 'READ', 'FAILED')""",
                                Objects.toString(edit.unit(), null),
                                edit.year(),
                                edit.skipped(),
                                turn,
                                batch,
                                edit.place())
                        == 0) {
                    throw new MingjianException(
                            ProblemCode.CONFLICT, "file " + edit.place() + " cannot be changed any more");
                }
            }
            return turn;
        });
    }

    @Override
    public int retry(long batch, Set<Integer> places, Act act) {
        return decide(batch, places, "batch.retry", State.FAILED, State.WAITING, act);
    }

    @Override
    public int confirm(long batch, Set<Integer> places, Act act) {
        return decide(batch, places, "batch.confirm", State.READ, State.CONFIRMED, act);
    }

    @Override
    public int undo(long batch, Set<Integer> places, Act act) {
        return decide(batch, places, "batch.undo", State.KEPT, State.UNDOING, act);
    }

    private int decide(long batch, Set<Integer> places, String action, State from, State to, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            BatchTurns.requireOpen(connection, batch);
            long decided = transaction
                    .log(act, action, String.valueOf(batch), null, null)
                    .sequence();
            long turn = BatchTurns.next(connection, batch);
            try (PreparedStatement change = connection.prepareStatement(
                    "UPDATE batch_file SET state = ?, turn = ?, decided = ?, code = NULL, detail = NULL"
                            + " WHERE batch = ? AND place = ? AND state = ?")) {
                for (int place : places) {
                    Sql.batch(change, to.name(), turn, decided, batch, place, from.name());
                }
                int changed = 0;
                for (int count : places.isEmpty() ? new int[0] : change.executeBatch()) {
                    changed += count;
                }
                return changed;
            }
        });
    }

    @Override
    public ReportId keep(BatchFile file, Reading reading) {
        return reports.keep(file, reading);
    }

    @Override
    public Optional<ReportId> revert(BatchFile file) {
        return reports.revert(file);
    }

    @Override
    public void discard(long batch, Act act) {
        database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            BatchTurns.requireOpen(connection, batch);
            if (Sql.number(
                            connection,
                            "SELECT count(*) FROM batch_file WHERE batch = ?"
                                    + " AND state IN ('CONFIRMED', 'KEPT', 'UNDOING')",
                            batch)
                    > 0) {
                throw new MingjianException(ProblemCode.CONFLICT, "files of the batch were confirmed");
            }
            transaction.log(act, "batch.discard", String.valueOf(batch), null, null);
            return Sql.update(
                    connection, "UPDATE batch SET discarded = TRUE, turn = turn + 1 WHERE sequence = ?", batch);
        });
    }
}
