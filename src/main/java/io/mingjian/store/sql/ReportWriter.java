package io.mingjian.store.sql;

import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.FailedFile;
import io.mingjian.store.Failure;
import io.mingjian.store.Kept;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.StoredReport;
import io.mingjian.store.UnitId;
import io.mingjian.store.VersionKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All that changes a report, each change in one transaction with its line in the log.
record ReportWriter(Database database, Originals originals) {
    private static final int DETAIL = 2000;
    private static final int NAME = 1000;

    Kept put(Upload source, Belonging belonging, Reading reading, Act act) {
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
            return new Kept(ReportReader.current(transaction.connection(), id).orElseThrow(), false);
        });
    }

    Failure putFailure(Upload source, FailedFile file, Act act) {
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

    StoredReport revise(ReportId id, int from, VersionKind kind, Reading reading, Act act) {
        return database.change(transaction -> {
            StoredReport before = begin(transaction, id);
            if (before.version() != from) {
                throw new MingjianException(
                        ProblemCode.CONFLICT, "version " + before.version() + " is newer than " + from);
            }
            long sequence = log(transaction, before, act, "report." + action(kind), from + 1);
            new NewVersion(id, from + 1, from, kind, sequence)
                    .insert(transaction.connection(), before.sha256(), declaredType(transaction, id, from), reading);
            return advance(transaction, id, from + 1, sequence, kind);
        });
    }

    void confirm(ReportId id, int version, Engine engine) {
        database.note(connection -> {
            Sql.update(connection, "DELETE FROM confirmed_reading WHERE report = ?", id.value());
            return Sql.update(
                    connection,
                    "INSERT INTO confirmed_reading (report, version, engine, model_fingerprint) VALUES (?, ?, ?, ?)",
                    id.value(),
                    version,
                    engine.program(),
                    engine.model());
        });
    }

    StoredReport repeat(ReportId id, int number, VersionKind kind, Act act) {
        return database.change(transaction -> repeat(transaction, begin(transaction, id), number, kind, act));
    }

    /// Does it within a transaction that has begun.
    static StoredReport repeat(Transaction transaction, StoredReport before, int number, VersionKind kind, Act act)
            throws SQLException {
        long sequence = log(transaction, before, act, "report." + action(kind), before.version() + 1);
        return repeat(transaction, before, number, kind, sequence);
    }

    /// Does it by a change that is in the log already.
    static StoredReport repeat(
            Transaction transaction, StoredReport before, int number, VersionKind kind, long sequence)
            throws SQLException {
        ReportId id = before.id();
        int next = before.version() + 1;
        if (!new NewVersion(id, next, number, kind, sequence).insertCopy(transaction.connection(), number)) {
            throw new MingjianException(ProblemCode.NOT_FOUND, "no version " + number);
        }
        return advance(transaction, id, next, sequence, kind);
    }

    StoredReport assign(ReportId id, Belonging belonging, Act act) {
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
                    "UPDATE report SET unit = ?, report_year = ?, changed = ?, news = ? WHERE id = ?",
                    unit == null ? null : unit.value(),
                    year,
                    sequence,
                    sequence,
                    id.value());
            return ReportReader.current(connection, id).orElseThrow();
        });
    }

    Optional<StoredReport> remove(ReportId id, Act act) {
        return database.change(transaction -> {
            transaction.begin();
            Optional<StoredReport> before = ReportReader.current(transaction.connection(), id);
            if (before.isPresent()) {
                remove(transaction, before.get(), act);
            }
            return before;
        });
    }

    /// Does it within a transaction that has begun.
    static void remove(Transaction transaction, StoredReport report, Act act) throws SQLException {
        long sequence = log(transaction, report, act, "report.remove", null);
        Sql.update(
                transaction.connection(),
                "UPDATE report SET removed = TRUE, changed = ? WHERE id = ?",
                sequence,
                report.id().value());
    }

    private static StoredReport begin(Transaction transaction, ReportId id) throws SQLException {
        transaction.begin();
        return ReportReader.current(transaction.connection(), id)
                .orElseThrow(() -> new MingjianException(ProblemCode.NOT_FOUND, "no such report"));
    }

    private static @Nullable String declaredType(Transaction transaction, ReportId id, int version)
            throws SQLException {
        return ReportReader.ofVersion(transaction.connection(), id, version, "declared_type")
                .orElse(null);
    }

    private static long log(
            Transaction transaction, StoredReport report, Act act, String action, @Nullable Integer version)
            throws SQLException {
        return transaction
                .log(act, action, report.id().value(), report.unit(), version)
                .sequence();
    }

    private static StoredReport advance(
            Transaction transaction, ReportId id, int number, long sequence, VersionKind kind) throws SQLException {
        Sql.update(
                transaction.connection(),
                "UPDATE report SET current_version = ?, changed = ?, news = CASE WHEN ? THEN ? ELSE news END WHERE id = ?",
                number,
                sequence,
                isNews(kind),
                sequence,
                id.value());
        return ReportReader.current(transaction.connection(), id).orElseThrow();
    }

    /// Whether somebody said something else: an engine that reads the same file anew, or a report that is given
    /// back as it is, is no news of the report.
    private static boolean isNews(VersionKind kind) {
        return switch (kind) {
            case UPLOAD, CORRECTION, RESTORATION -> true;
            case RE_EXTRACTION, RETURN -> false;
        };
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

    static long size(Path source) {
        try {
            return Files.size(source);
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot read an upload", e);
        }
    }
}
