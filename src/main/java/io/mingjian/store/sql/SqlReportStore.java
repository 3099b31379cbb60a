package io.mingjian.store.sql;

import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Change;
import io.mingjian.store.FailedFile;
import io.mingjian.store.Failure;
import io.mingjian.store.Kept;
import io.mingjian.store.KeyStore;
import io.mingjian.store.LogEntry;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import io.mingjian.store.UnitId;
import io.mingjian.store.Verification;
import io.mingjian.store.Version;
import io.mingjian.store.VersionKind;
import io.mingjian.store.supervision.LedgerStore;
import io.mingjian.store.supervision.SheetStore;
import io.mingjian.store.supervision.UnitStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A [ReportStore] of a database and a folder of originals. Safe to share between threads: the database guards what
/// changes, and originals never do.
public final class SqlReportStore implements ReportStore {
    private static final String DATABASE = "database";
    private static final int DETAIL = 2000;
    private static final int NAME = 1000;

    private final StoreDirectory directory;
    private final Originals originals;
    private final Database database;

    private SqlReportStore(StoreDirectory directory, Database database) {
        this.directory = directory;
        this.originals = new Originals(directory);
        this.database = database;
    }

    /// Opens the store of a folder, which is made where there is none.
    ///
    /// @throws MingjianException where folder or database cannot be used, or another process uses the folder
    public static SqlReportStore open(Path folder, DatabaseSettings settings, Clock clock) {
        StoreDirectory directory = StoreDirectory.open(folder);
        try {
            directory.refuseEarlierLayout();
            Database database = Database.open(settings, directory.resolve(DATABASE), clock);
            try {
                directory.claim(database.storeId(), database.isNew());
                return new SqlReportStore(directory, database);
            } catch (RuntimeException e) {
                database.close();
                throw e;
            }
        } catch (RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    @Override
    public Kept put(Upload source, Belonging belonging, Reading reading, Act act) {
        String original = originals.put(source.file());
        long size = size(source.file());
        Integer stated = belonging.year();
        Integer year = stated == null ? reading.summary().year() : stated;
        return database.change(transaction -> {
            transaction.begin();
            Arrival arrival = new Arrival(transaction, original, new Belonging(belonging.unit(), year));
            Optional<StoredReport> duplicate = arrival.duplicate();
            if (duplicate.isPresent()) {
                return new Kept(duplicate.get(), true);
            }
            ReportId id = arrival.keep(new Arrival.Sent(size, source.declaredType()), reading, act);
            return new Kept(current(transaction.connection(), id).orElseThrow(), false);
        });
    }

    @Override
    public Failure putFailure(Upload source, FailedFile file, Act act) {
        String original = originals.put(source.file());
        long size = size(source.file());
        UnitId unit = file.belonging().unit();
        return database.change(transaction -> {
            transaction.begin();
            Arrival.rememberOriginal(transaction.connection(), original, size);
            Transaction.Stamp stamp = transaction.log(act, "file.refuse", original, unit, null);
            String name = Sql.fit(source.name(), NAME);
            String detail = Sql.fit(file.detail(), DETAIL);
            Sql.update(
                    transaction.connection(),
                    "INSERT INTO failure (sequence, unit, report_year, original, file_name, code, detail)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    stamp.sequence(),
                    unit == null ? null : unit.value(),
                    failedYear(file.belonging(), stamp.at()),
                    original,
                    name,
                    file.code().name(),
                    detail);
            return new Failure(
                    stamp.sequence(), stamp.at(), act.author(), unit, name, original, size, file.code(), detail);
        });
    }

    /// A file that cannot be read states no year; unless its sender does, it is the report on the year before.
    private static int failedYear(Belonging belonging, Instant at) {
        Integer stated = belonging.year();
        return stated == null ? at.atOffset(ZoneOffset.UTC).getYear() - 1 : stated;
    }

    @Override
    public StoredReport revise(ReportId id, int from, VersionKind kind, Reading reading, Act act) {
        return database.change(transaction -> {
            StoredReport before = begin(transaction, id);
            if (before.version() != from) {
                throw new MingjianException(
                        ProblemCode.CONFLICT, "version " + before.version() + " is newer than " + from);
            }
            long sequence = log(transaction, before, act, "report." + action(kind), from + 1);
            new NewVersion(id, from + 1, from, kind, sequence)
                    .insert(transaction.connection(), before.sha256(), declaredType(transaction, id, from), reading);
            return advance(transaction, id, from + 1, sequence);
        });
    }

    @Override
    public StoredReport repeat(ReportId id, int number, VersionKind kind, Act act) {
        return database.change(transaction -> {
            StoredReport before = begin(transaction, id);
            int next = before.version() + 1;
            long sequence = log(transaction, before, act, "report." + action(kind), next);
            if (!new NewVersion(id, next, number, kind, sequence).insertCopy(transaction.connection(), number)) {
                throw new MingjianException(ProblemCode.NOT_FOUND, "no version " + number);
            }
            return advance(transaction, id, next, sequence);
        });
    }

    @Override
    public StoredReport assign(ReportId id, Belonging belonging, Act act) {
        return database.change(transaction -> {
            StoredReport before = begin(transaction, id);
            Integer stated = belonging.year();
            Integer year = stated == null ? before.summary().year() : stated;
            UnitId unit = belonging.unit();
            Connection connection = transaction.connection();
            if (Arrival.reportOf(connection, unit, year)
                    .filter(other -> !other.equals(id))
                    .isPresent()) {
                throw new MingjianException(ProblemCode.CONFLICT, "that unit has a report of that year");
            }
            long sequence = transaction
                    .log(act, "report.assign", id.value(), unit, null)
                    .sequence();
            Sql.update(
                    connection,
                    "UPDATE report SET unit = ?, report_year = ?, changed = ? WHERE id = ?",
                    unit == null ? null : unit.value(),
                    year,
                    sequence,
                    id.value());
            return current(connection, id).orElseThrow();
        });
    }

    @Override
    public Optional<StoredReport> remove(ReportId id, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            Optional<StoredReport> before = current(transaction.connection(), id);
            if (before.isPresent()) {
                long sequence = log(transaction, before.get(), act, "report.remove", null);
                Sql.update(
                        transaction.connection(),
                        "UPDATE report SET removed = TRUE, changed = ? WHERE id = ?",
                        sequence,
                        id.value());
            }
            return before;
        });
    }

    private static StoredReport begin(Transaction transaction, ReportId id) throws SQLException {
        transaction.begin();
        return current(transaction.connection(), id)
                .orElseThrow(() -> new MingjianException(ProblemCode.NOT_FOUND, "no such report"));
    }

    private static @Nullable String declaredType(Transaction transaction, ReportId id, int version)
            throws SQLException {
        return ofVersion(transaction.connection(), id, version, "declared_type").orElse(null);
    }

    private static long log(
            Transaction transaction, StoredReport report, Act act, String action, @Nullable Integer version)
            throws SQLException {
        return transaction
                .log(act, action, report.id().value(), report.unit(), version)
                .sequence();
    }

    private static StoredReport advance(Transaction transaction, ReportId id, int number, long sequence)
            throws SQLException {
        Sql.update(
                transaction.connection(),
                "UPDATE report SET current_version = ?, changed = ? WHERE id = ?",
                number,
                sequence,
                id.value());
        return current(transaction.connection(), id).orElseThrow();
    }

    static Optional<StoredReport> current(Connection connection, ReportId id) throws SQLException {
        return Sql.first(connection, Rows.REPORTS + "r.id = ? AND NOT r.removed", Rows::report, id.value());
    }

    private static String action(VersionKind kind) {
        return switch (kind) {
            case UPLOAD -> "upload";
            case RE_EXTRACTION -> "re-extract";
            case CORRECTION -> "correct";
            case RESTORATION -> "restore";
            case RETURN -> "return";
        };
    }

    @Override
    public Optional<StoredReport> find(ReportId id) {
        return database.read(connection -> current(connection, id));
    }

    @Override
    public Optional<StoredReport> findContent(Path source, Belonging belonging) {
        try {
            String original = Sha256.of(source);
            return database.read(connection -> Arrival.duplicate(connection, original, belonging.unit()));
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot read an upload", e);
        }
    }

    @Override
    public List<StoredReport> list(long before, int limit, Scope scope) {
        Condition within = Condition.within("r.unit", scope);
        return database.read(connection -> Sql.list(
                connection,
                Rows.REPORTS + "NOT r.removed AND r.arrived < ? AND " + within.sql()
                        + " ORDER BY r.arrived DESC LIMIT ?",
                Rows::report,
                within.between(before, limit)));
    }

    @Override
    public List<Version> versions(ReportId id) {
        return database.read(connection -> Sql.list(connection, """
                SELECT v.*, c.happened_at, c.author, c.reason
                FROM report r
                JOIN report_version v ON v.report = r.id
                JOIN change_log c ON c.sequence = v.sequence
                WHERE r.id = ? AND NOT r.removed
                ORDER BY v.number""", Rows::version, id.value()));
    }

    @Override
    public int count(Scope scope) {
        Condition within = Condition.within("unit", scope);
        return (int) (long) database.read(connection -> Sql.number(
                connection, "SELECT count(*) FROM report WHERE NOT removed AND " + within.sql(), within.all()));
    }

    @Override
    public Optional<byte[]> extraction(ReportId id, int version) {
        return content(id, version, "extraction");
    }

    @Override
    public Optional<Reading.Correction> correction(ReportId id, int version) {
        Optional<byte[]> machine = content(id, version, "machine");
        Optional<byte[]> corrections = content(id, version, "corrections");
        return machine.flatMap(bytes -> corrections.map(made -> new Reading.Correction(bytes, made)));
    }

    @Override
    public Optional<String> text(ReportId id, int version) {
        return content(id, version, "document_text").map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private Optional<byte[]> content(ReportId id, int version, String column) {
        return database.read(connection -> {
            Optional<String> sha256 = ofVersion(connection, id, version, column);
            return sha256.isEmpty() ? Optional.empty() : Optional.of(Contents.get(connection, sha256.get()));
        });
    }

    private static Optional<String> ofVersion(Connection connection, ReportId id, int version, String column)
            throws SQLException {
        return Sql.first(
                connection,
                "SELECT v." + column + " FROM report r JOIN report_version v ON v.report = r.id"
                        + " WHERE r.id = ? AND v.number = ? AND NOT r.removed AND v." + column + " IS NOT NULL",
                row -> row.getString(1),
                id.value(),
                version);
    }

    @Override
    public Optional<Upload> source(ReportId id, int version) {
        return database.read(connection -> Sql.first(
                connection,
                """
                SELECT v.original, v.file_name, v.declared_type
                FROM report r JOIN report_version v ON v.report = r.id
                WHERE r.id = ? AND v.number = ? AND NOT r.removed""",
                row -> new Upload(row.getString(2), row.getString(3), originals.file(row.getString(1))),
                id.value(),
                version));
    }

    @Override
    public List<Failure> failures(long before, int limit, Scope scope) {
        Condition within = Condition.within("f.unit", scope);
        return database.read(connection -> Sql.list(
                connection,
                """
                SELECT f.*, o.size, c.happened_at, c.author
                FROM failure f
                JOIN original o ON o.sha256 = f.original
                JOIN change_log c ON c.sequence = f.sequence
                WHERE f.sequence < ? AND\s""" + within.sql() + " ORDER BY f.sequence DESC LIMIT ?",
                Rows::failure,
                within.between(before, limit)));
    }

    @Override
    public List<Change> changes(long after, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT id, changed, removed FROM report WHERE changed > ? ORDER BY changed LIMIT ?",
                Rows::change,
                after,
                limit));
    }

    @Override
    public int changesAfter(long after) {
        return (int) (long) database.read(
                connection -> Sql.number(connection, "SELECT count(*) FROM report WHERE changed > ?", after));
    }

    @Override
    public long sequence() {
        return database.read(connection -> Sql.number(connection, "SELECT sequence FROM store"));
    }

    @Override
    public List<LogEntry> log(long after, int limit) {
        return database.read(connection -> Sql.list(
                connection,
                "SELECT * FROM change_log WHERE sequence > ? ORDER BY sequence LIMIT ?",
                Rows::logEntry,
                after,
                limit));
    }

    @Override
    public Verification verify() {
        return new Inspection(database, originals).run();
    }

    /// The units, in the same database; closed with it, as are all those that follow.
    public UnitStore units() {
        return new SqlUnitStore(database);
    }

    /// What became of the units' reports.
    public LedgerStore ledger() {
        return new SqlLedgerStore(database);
    }

    /// The figures of all current versions.
    public SheetStore sheets() {
        return new SqlSheetStore(database);
    }

    /// The keys that lie in the same database; closed with it.
    public KeyStore keys() {
        return new SqlKeyStore(database);
    }

    @Override
    public void backup(OutputStream to) {
        new Backup(database, originals).write(to);
    }

    @Override
    public void restore(Path backup) {
        new Backup(database, originals).restore(backup);
        directory.reclaim(database.storeId());
    }

    @Override
    public Path newUpload() {
        try {
            return directory.newFile();
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot write an upload", e);
        }
    }

    private static long size(Path source) {
        try {
            return Files.size(source);
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot read an upload", e);
        }
    }

    @Override
    public void close() {
        database.close();
        directory.close();
    }
}
