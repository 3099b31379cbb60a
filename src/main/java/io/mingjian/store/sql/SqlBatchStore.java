package io.mingjian.store.sql;

import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import io.mingjian.store.UnitId;
import io.mingjian.store.VersionKind;
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

/// Batches in the database of the reports, their bytes among its originals.
record SqlBatchStore(Database database, Originals originals) implements BatchStore {
    private static final int NAME = 1000;
    private static final int LABEL = 200;
    private static final int WORDING = 2000;

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
            requireOpen(transaction.connection(), batch);
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
        long turn = nextTurn(connection, batch);
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

    /// Takes the batch's next turn, and waits for whoever took the last one: turns stand in the order of the commits.
    private static long nextTurn(Connection connection, long batch) throws SQLException {
        Sql.update(connection, "UPDATE batch SET turn = turn + 1 WHERE sequence = ?", batch);
        return Sql.number(connection, "SELECT turn FROM batch WHERE sequence = ?", batch);
    }

    private static void requireOpen(Connection connection, long batch) throws SQLException {
        if (Sql.number(connection, "SELECT count(*) FROM batch WHERE sequence = ? AND NOT discarded", batch) == 0) {
            throw new MingjianException(ProblemCode.CONFLICT, "the batch was thrown away");
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
        note(file, State.READING);
    }

    private void note(BatchFile file, State state) {
        database.note(connection -> turn(connection, file, state));
    }

    private static int turn(Connection connection, BatchFile file, State state) throws SQLException {
        return Sql.update(
                connection,
                "UPDATE batch_file SET state = ?, turn = ? WHERE batch = ? AND place = ?",
                state.name(),
                nextTurn(connection, file.batch()),
                file.batch(),
                file.place());
    }

    @Override
    public void read(BatchFile file, BatchFile.Seen seen, BatchFile.Choice choice, List<BatchFile.Guess> guesses) {
        database.note(connection -> {
            turn(connection, file, State.READ);
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
        return text == null ? null : Sql.fit(text, WORDING);
    }

    @Override
    public void fail(BatchFile file, State state, ProblemCode code, String detail) {
        database.note(connection -> {
            turn(connection, file, state);
            return flaw(connection, file, code, detail);
        });
    }

    private static int flaw(Connection connection, BatchFile file, @Nullable ProblemCode code, String detail)
            throws SQLException {
        return Sql.update(
                connection,
                "UPDATE batch_file SET code = ?, detail = ? WHERE batch = ? AND place = ?",
                code == null ? null : code.name(),
                Sql.fit(detail, WORDING),
                file.batch(),
                file.place());
    }

    @Override
    public void duplicate(BatchFile file, @Nullable ReportId report, @Nullable Integer twin) {
        database.note(connection -> {
            turn(connection, file, State.DUPLICATE);
            return Sql.update(
                    connection,
                    "UPDATE batch_file SET report = ?, twin = ? WHERE batch = ? AND place = ?",
                    Objects.toString(report, null),
                    twin,
                    file.batch(),
                    file.place());
        });
    }

    @Override
    public void edit(long batch, List<BatchFile.Edit> edits, Act act) {
        if (edits.isEmpty()) {
            return;
        }
        database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            requireOpen(connection, batch);
            UnitId unit = edits.size() == 1 ? edits.getFirst().unit() : null;
            transaction.log(act, "batch.edit", String.valueOf(batch), unit, null);
            long turn = nextTurn(connection, batch);
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
            requireOpen(connection, batch);
            long decided = transaction
                    .log(act, action, String.valueOf(batch), null, null)
                    .sequence();
            long turn = nextTurn(connection, batch);
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
            turn(connection, file, State.KEPT);
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
        duplicate(file, same, null);
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

    @Override
    public Optional<ReportId> revert(BatchFile file) {
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
            turn(connection, file, State.UNDONE);
            return Optional.of(made.report());
        });
        if (changed.isEmpty()) {
            boolean gone = database.read(connection -> ReportReader.current(connection, made.report()))
                    .isEmpty();
            database.note(connection -> {
                turn(connection, file, gone ? State.UNDONE : State.KEPT);
                return gone ? 0 : flaw(connection, file, ProblemCode.CONFLICT, "somebody changed the report since");
            });
        }
        return changed;
    }

    @Override
    public void discard(long batch, Act act) {
        database.change(transaction -> {
            transaction.begin();
            Connection connection = transaction.connection();
            requireOpen(connection, batch);
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
