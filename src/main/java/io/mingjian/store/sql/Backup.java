package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// The whole store as one zip: the rows of one moment, and every original that they name.
///
/// ```text
/// mingjian-backup          1
/// tables/report.copy       the names of the columns, then the rows, as PostgreSQL's COPY writes them
/// originals/4f/4f0c…       byte for byte
/// ```
///
/// It belongs to no database: what was kept in the embedded one can be restored into a PostgreSQL, and back.
final class Backup {
    /// In the order in which rows may be inserted.
    static final List<String> TABLES = List.of(
            "store",
            "change_log",
            "original",
            "content",
            "report",
            "report_version",
            "failure",
            "access_key",
            "access_key_unit",
            "saved_search",
            "saved_search_filter",
            "account",
            "account_unit",
            "report_finding",
            "decision",
            "job",
            "job_item",
            "unit",
            "unit_name",
            "review",
            "review_note",
            "report_coverage",
            "deadline",
            "batch",
            "batch_unit",
            "batch_file",
            "batch_guess",
            "webhook",
            "webhook_unit",
            "webhook_delivery",
            "confirmed_reading");

    /// What a backup leaves out: who is signed in now, and the figures that are made of what it holds.
    static final List<String> LEFT_OUT = List.of(
            "sign_in",
            "derived",
            "sheet_layout",
            "sheet",
            "sheet_rows",
            "look_back",
            "look_back_part",
            "look_back_finding");

    private static final String HEADER = "mingjian-backup";
    private static final String FORMAT = "1";
    private static final String TABLE = "tables/";
    private static final String ORIGINAL = "originals/";
    private static final int BATCH = 200;

    private final Database database;
    private final Originals originals;

    Backup(Database database, Originals originals) {
        this.database = database;
        this.originals = originals;
    }

    /// Writes all that is kept at this moment; others may go on changing it.
    void write(OutputStream to) {
        try (ZipOutputStream zip = new ZipOutputStream(to)) {
            zip.putNextEntry(new ZipEntry(HEADER));
            zip.write(FORMAT.getBytes(StandardCharsets.UTF_8));
            // A row names an original only after the file is in its place, so files may be read after the rows.
            List<String> named = database.readSnapshot(connection -> writeRows(connection, zip));
            for (String sha256 : named) {
                zip.putNextEntry(new ZipEntry(ORIGINAL + sha256.substring(0, 2) + "/" + sha256));
                Files.copy(originals.file(sha256), zip);
            }
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot write the backup", e);
        }
    }

    private static List<String> writeRows(Connection connection, ZipOutputStream zip) throws SQLException {
        try {
            for (String table : TABLES) {
                zip.putNextEntry(new ZipEntry(TABLE + table + ".copy"));
                writeTable(connection, table, zip);
            }
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot write the backup", e);
        }
        return Sql.list(connection, "SELECT sha256 FROM original ORDER BY sha256", row -> row.getString(1));
    }

    private static void writeTable(Connection connection, String table, OutputStream to)
            throws SQLException, IOException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(BATCH);
            try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                writeLine(String.join("\t", columns(rows.getMetaData())), to);
                while (rows.next()) {
                    writeLine(CopyText.line(rows), to);
                }
            }
        }
    }

    private static List<String> columns(ResultSetMetaData rows) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= rows.getColumnCount(); i++) {
            columns.add(rows.getColumnName(i));
        }
        return columns;
    }

    private static void writeLine(String line, OutputStream to) throws IOException {
        to.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /// Fills an empty store.
    ///
    /// @throws MingjianException where the file is no backup, or the store is not empty
    void restore(Path backup) {
        if (!database.isNew()) {
            throw new MingjianException(ProblemCode.CONFLICT, "only an empty store can be restored into");
        }
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(backup))) {
            ZipEntry header = zip.getNextEntry();
            if (header == null
                    || !header.getName().equals(HEADER)
                    || !new String(zip.readAllBytes(), StandardCharsets.UTF_8).equals(FORMAT)) {
                throw new MingjianException(ProblemCode.BAD_REQUEST, "not a backup of this program");
            }
            database.load(connection -> {
                restore(connection, zip);
                return true;
            });
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot read the backup", e);
        }
    }

    private void restore(Connection connection, ZipInputStream zip) throws SQLException {
        try {
            Sql.update(connection, "DELETE FROM store");
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith(ORIGINAL)) {
                    originals.restore(name.substring(name.lastIndexOf('/') + 1), zip);
                } else {
                    String table = name.substring(TABLE.length(), name.length() - ".copy".length());
                    if (!TABLES.contains(table)) {
                        throw new MingjianException(ProblemCode.BAD_REQUEST, "a table that is not ours");
                    }
                    restoreTable(connection, table, zip);
                }
            }
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot read the backup", e);
        }
    }

    private static void restoreTable(Connection connection, String table, InputStream from)
            throws SQLException, IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(from, StandardCharsets.UTF_8));
        List<String> columns = List.of(String.valueOf(lines.readLine()).split("\t", -1));
        if (!columns.stream().allMatch(column -> column.matches("[a-z0-9_]{1,63}"))) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "columns that are not ours");
        }
        String names = String.join(", ", columns);
        int[] types = types(connection, "SELECT " + names + " FROM " + table + " WHERE 1 = 0");
        String places = String.join(", ", Collections.nCopies(columns.size(), "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + places + ")")) {
            int waiting = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                @Nullable Object[] values = CopyText.values(line, types);
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
                if (++waiting % BATCH == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
    }

    private static int[] types(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int[] types = new int[rows.getMetaData().getColumnCount()];
            for (int i = 0; i < types.length; i++) {
                types[i] = rows.getMetaData().getColumnType(i + 1);
            }
            return types;
        }
    }
}
