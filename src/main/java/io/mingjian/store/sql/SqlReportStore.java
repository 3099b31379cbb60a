package io.mingjian.store.sql;

import io.mingjian.extract.Engine;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.store.AccountStore;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Change;
import io.mingjian.store.DecisionStore;
import io.mingjian.store.FailedFile;
import io.mingjian.store.Failure;
import io.mingjian.store.JobStore;
import io.mingjian.store.Kept;
import io.mingjian.store.KeyStore;
import io.mingjian.store.LogEntry;
import io.mingjian.store.LookBackStore;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.SavedSearchStore;
import io.mingjian.store.Scope;
import io.mingjian.store.StoredReport;
import io.mingjian.store.Verification;
import io.mingjian.store.Version;
import io.mingjian.store.VersionKind;
import io.mingjian.store.supervision.BatchStore;
import io.mingjian.store.supervision.DeadlineStore;
import io.mingjian.store.supervision.LedgerStore;
import io.mingjian.store.supervision.SheetStore;
import io.mingjian.store.supervision.UnitStore;
import io.mingjian.store.supervision.WebhookStore;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// A [ReportStore] of a database and a folder of originals. Safe to share between threads: the database guards
/// what changes, and originals never do.
public final class SqlReportStore implements ReportStore {
    private static final String DATABASE = "database";
    private static final String BACKUP = "store.backup";

    private final StoreDirectory directory;
    private final Originals originals;
    private final Database database;
    private final ReportReader reader;
    private final ReportWriter writer;
    private final LedgerStore ledger;
    private final SheetStore sheets;

    private SqlReportStore(StoreDirectory directory, Database database) {
        this.directory = directory;
        this.originals = new Originals(directory);
        this.database = database;
        this.reader = new ReportReader(database, originals);
        this.writer = new ReportWriter(database, originals);
        this.ledger = new SqlLedgerStore(database);
        this.sheets = new SqlSheetStore(database);
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
        return writer.put(source, belonging, reading, act);
    }

    @Override
    public Failure putFailure(Upload source, FailedFile file, Act act) {
        return writer.putFailure(source, file, act);
    }

    @Override
    public StoredReport revise(ReportId id, int from, VersionKind kind, Reading reading, Act act) {
        return writer.revise(id, from, kind, reading, act);
    }

    @Override
    public void confirm(ReportId id, int version, Engine engine) {
        writer.confirm(id, version, engine);
    }

    @Override
    public StoredReport repeat(ReportId id, int number, VersionKind kind, Act act) {
        return writer.repeat(id, number, kind, act);
    }

    @Override
    public StoredReport assign(ReportId id, Belonging belonging, Act act) {
        return writer.assign(id, belonging, act);
    }

    @Override
    public Optional<StoredReport> remove(ReportId id, Act act) {
        return writer.remove(id, act);
    }

    @Override
    public Optional<StoredReport> find(ReportId id) {
        return reader.find(id);
    }

    @Override
    public Optional<StoredReport> findContent(Path source, Belonging belonging) {
        return reader.findContent(source, belonging);
    }

    @Override
    public List<StoredReport> list(long before, int limit, Scope scope) {
        return reader.list(before, limit, scope);
    }

    @Override
    public List<StoredReport> corrected(long before, int limit, Scope scope) {
        return reader.corrected(before, limit, scope);
    }

    @Override
    public List<Version> versions(ReportId id) {
        return reader.versions(id);
    }

    @Override
    public int count(Scope scope) {
        return reader.count(scope);
    }

    @Override
    public Optional<byte[]> extraction(ReportId id, int version) {
        return reader.extraction(id, version);
    }

    @Override
    public Optional<Reading.Correction> correction(ReportId id, int version) {
        return reader.correction(id, version);
    }

    @Override
    public Optional<String> text(ReportId id, int version) {
        return reader.text(id, version);
    }

    @Override
    public Optional<Upload> source(ReportId id, int version) {
        return reader.source(id, version);
    }

    @Override
    public List<Failure> failures(long before, int limit, Scope scope) {
        return reader.failures(before, limit, scope);
    }

    @Override
    public List<Change> changes(long after, int limit) {
        return reader.changes(after, limit);
    }

    @Override
    public int changesAfter(long after) {
        return reader.changesAfter(after);
    }

    @Override
    public long sequence() {
        return reader.sequence();
    }

    @Override
    public List<LogEntry> log(long after, int limit) {
        return reader.log(after, limit);
    }

    @Override
    public Verification verify() {
        return new Inspection(database, originals).run();
    }

    /// The saved searches that lie in the same database; closed with it.
    public SavedSearchStore searches() {
        return new SqlSavedSearchStore(database);
    }

    /// The database itself, for tests.
    Database database() {
        return database;
    }

    /// The units, in the same database; closed with it, as are all those that follow.
    public UnitStore units() {
        return new SqlUnitStore(database);
    }

    /// Until when reports are in time.
    public DeadlineStore deadlines() {
        return new SqlDeadlineStore(database);
    }

    /// What became of the units' reports.
    public LedgerStore ledger() {
        return ledger;
    }

    /// The figures of all current versions.
    public SheetStore sheets() {
        return sheets;
    }

    /// Who is told of changes.
    public WebhookStore webhooks() {
        return new SqlWebhookStore(database);
    }

    /// Files that are looked at before they count.
    public BatchStore batches() {
        return new SqlBatchStore(database, originals);
    }

    /// The keys that lie in the same database; closed with it.
    public KeyStore keys() {
        return new SqlKeyStore(database);
    }

    /// The accounts and their sessions, in the same database; closed with it.
    public AccountStore accounts() {
        return new SqlAccountStore(database);
    }

    /// What was decided about findings, in the same database; closed with it.
    public DecisionStore decisions() {
        return new SqlDecisionStore(database);
    }

    /// What was found of reports beside those of the year before, in the same database; closed with it.
    public LookBackStore lookBacks() {
        return new SqlLookBackStore(database);
    }

    /// The work on many reports, in the same database; closed with it.
    public JobStore jobs() {
        return new SqlJobStore(database);
    }

    @Override
    public void backup(OutputStream to) {
        new Backup(database, originals).write(to);
    }

    @Override
    public void noteBackup(Act act) {
        database.change(transaction -> {
            transaction.begin();
            return transaction.log(act, BACKUP, DATABASE, null, null);
        });
    }

    @Override
    public Holdings holdings() {
        return database.read(connection -> new Holdings(
                Math.toIntExact(Sql.number(connection, "SELECT count(*) FROM original")),
                Sql.number(connection, "SELECT coalesce(sum(size), 0) FROM original"),
                Sql.first(
                                connection,
                                "SELECT * FROM change_log WHERE action = ? ORDER BY sequence DESC LIMIT 1",
                                Rows::logEntry,
                                BACKUP)
                        .orElse(null)));
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

    @Override
    public void close() {
        database.close();
        directory.close();
    }
}
