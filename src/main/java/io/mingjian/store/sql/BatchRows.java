package io.mingjian.store.sql;

import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.UnitId;
import io.mingjian.store.supervision.Batch;
import io.mingjian.store.supervision.BatchFile;
import io.mingjian.store.supervision.BatchFile.Guess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the tables of batches say.
final class BatchRows {
    private static final String BATCHES =
            "SELECT b.*, c.happened_at, c.author, c.reason FROM batch b JOIN change_log c ON c.sequence = b.sequence"
                    + " WHERE ";

    private static final String FILES = """
            SELECT f.*, o.size, p.id AS present, d.author, d.reason
            FROM batch_file f
            JOIN original o ON o.sha256 = f.original
            LEFT JOIN report p ON p.unit = f.unit AND p.report_year = f.report_year AND NOT p.removed
            LEFT JOIN change_log d ON d.sequence = f.decided
            WHERE\s""";

    private BatchRows() {}

    static Optional<Batch> find(Connection connection, long sequence) throws SQLException {
        return batches(connection, "b.sequence = ?", sequence).stream().findFirst();
    }

    static List<Batch> list(Connection connection, long before, int limit) throws SQLException {
        return batches(connection, "b.sequence < ? ORDER BY b.sequence DESC LIMIT ?", before, limit);
    }

    /// A row before its files are counted.
    private record Row(long sequence, boolean everything, Batch batch) {}

    private static List<Batch> batches(Connection connection, String such, Object... values) throws SQLException {
        List<Batch> batches = new ArrayList<>();
        for (Row row : Sql.list(connection, BATCHES + such, BatchRows::row, values)) {
            batches.add(counted(connection, row));
        }
        return batches;
    }

    private static Row row(ResultSet row) throws SQLException {
        Batch batch = new Batch(
                row.getLong("sequence"),
                Sql.instant(row, "happened_at"),
                new Act(row.getString("author"), row.getString("reason")),
                row.getString("name"),
                Scope.ALL,
                Map.of(),
                0,
                row.getLong("turn"),
                row.getBoolean("discarded"));
        return new Row(batch.sequence(), row.getBoolean("everything"), batch);
    }

    private static Batch counted(Connection connection, Row row) throws SQLException {
        Map<Batch.State, Integer> counts = new EnumMap<>(Batch.State.class);
        Sql.forEach(
                connection,
                "SELECT state, count(*) FROM batch_file WHERE batch = ? GROUP BY state",
                count -> counts.put(Batch.State.valueOf(count.getString(1)), count.getInt(2)),
                row.sequence());
        int skipped = (int) Sql.number(
                connection,
                "SELECT count(*) FROM batch_file WHERE batch = ? AND state = 'READ' AND skipped",
                row.sequence());
        Scope scope = row.everything()
                ? Scope.ALL
                : new Scope.Units(new HashSet<>(Sql.list(
                        connection,
                        "SELECT unit FROM batch_unit WHERE batch = ?",
                        unit -> new UnitId(unit.getString(1)),
                        row.sequence())));
        Batch batch = row.batch();
        return new Batch(
                batch.sequence(),
                batch.at(),
                batch.act(),
                batch.name(),
                scope,
                counts,
                skipped,
                batch.turn(),
                batch.discarded());
    }

    static List<BatchFile> files(Connection connection, String such, Object... values) throws SQLException {
        List<BatchFile> bare = Sql.list(connection, FILES + such, row -> file(row, List.of()), values);
        Map<String, List<Guess>> guesses = guesses(connection, bare);
        return bare.stream()
                .map(file -> with(file, guesses.getOrDefault(key(file.batch(), file.place()), List.of())))
                .toList();
    }

    private static String key(long batch, int place) {
        return batch + "/" + place;
    }

    /// Those of the batches and places at hand, in few questions.
    private static Map<String, List<Guess>> guesses(Connection connection, List<BatchFile> files) throws SQLException {
        Map<String, List<Guess>> guesses = new HashMap<>();
        for (long batch : files.stream().map(BatchFile::batch).distinct().toList()) {
            int first = files.stream()
                    .filter(file -> file.batch() == batch)
                    .mapToInt(BatchFile::place)
                    .min()
                    .orElse(0);
            int last = files.stream()
                    .filter(file -> file.batch() == batch)
                    .mapToInt(BatchFile::place)
                    .max()
                    .orElse(0);
            Sql.forEach(
                    connection,
                    "SELECT * FROM batch_guess WHERE batch = ? AND place BETWEEN ? AND ? ORDER BY place, number",
                    row -> guesses.computeIfAbsent(key(batch, row.getInt("place")), none -> new ArrayList<>())
                            .add(new Guess(
                                    new UnitId(row.getString("unit")),
                                    row.getString("name"),
                                    row.getDouble("score"),
                                    row.getBoolean("exact"))),
                    batch,
                    first,
                    last);
        }
        return guesses;
    }

    private static BatchFile with(BatchFile file, List<Guess> guesses) {
        return new BatchFile(
                file.batch(),
                file.place(),
                file.turn(),
                file.name(),
                file.declaredType(),
                file.sha256(),
                file.bytes(),
                file.state(),
                file.skipped(),
                file.flaw(),
                file.seen(),
                file.belonging(),
                guesses,
                file.present(),
                file.twin(),
                file.kept(),
                file.decided());
    }

    private static BatchFile file(ResultSet row, List<Guess> guesses) throws SQLException {
        Batch.State state = Batch.State.valueOf(row.getString("state"));
        String code = row.getString("code");
        String author = row.getString("author");
        return new BatchFile(
                row.getLong("batch"),
                row.getInt("place"),
                row.getLong("turn"),
                row.getString("file_name"),
                row.getString("declared_type"),
                row.getString("original"),
                row.getLong("size"),
                state,
                row.getBoolean("skipped"),
                code == null
                        ? null
                        : new BatchFile.Flaw(ProblemCode.valueOf(code), Objects.toString(row.getString("detail"), "")),
                seen(row, state),
                new BatchFile.Choice(unit(row), Sql.integer(row, "report_year"), row.getBoolean("by_hand")),
                guesses,
                report(row, "present"),
                Sql.integer(row, "twin"),
                made(row),
                author == null ? null : new Act(author, row.getString("reason")));
    }

    private static BatchFile.@Nullable Seen seen(ResultSet row, Batch.State state) throws SQLException {
        return switch (state) {
            case WAITING, READING, FAILED, DUPLICATE -> null;
            case READ, CONFIRMED, KEPT, UNDOING, UNDONE ->
                new BatchFile.Seen(
                        row.getString("title"),
                        row.getString("organization"),
                        Sql.integer(row, "stated_year"),
                        row.getString("form"),
                        row.getInt("errors"),
                        row.getInt("inconsistencies"),
                        row.getInt("warnings"));
        };
    }

    private static BatchFile.@Nullable Made made(ResultSet row) throws SQLException {
        ReportId report = report(row, "report");
        return report == null
                ? null
                : new BatchFile.Made(report, Sql.integer(row, "version"), Sql.integer(row, "before_version"));
    }

    private static @Nullable ReportId report(ResultSet row, String column) throws SQLException {
        String id = row.getString(column);
        return id == null ? null : new ReportId(id);
    }

    private static @Nullable UnitId unit(ResultSet row) throws SQLException {
        String unit = row.getString("unit");
        return unit == null ? null : new UnitId(unit);
    }
}
