package io.mingjian.store.sql;

import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/// Extractions and texts as rows, each kept once however many versions share it.
final class Contents {
    /// Bytes of one row; the embedded database takes a million at most.
    private static final int PART = 1 << 19;

    private Contents() {}

    /// Keeps bytes under their SHA-256, which is the answer. The transaction has begun: nobody else keeps them
    /// now.
    static String put(Connection connection, byte[] bytes) throws SQLException {
        String sha256 = Sha256.of(bytes);
        if (Sql.number(connection, "SELECT count(*) FROM content WHERE sha256 = ? AND part = 0", sha256) == 0) {
            byte[] deflated = deflate(bytes);
            int part = 0;
            for (int from = 0; from < deflated.length; from += PART) {
                Sql.update(
                        connection,
                        "INSERT INTO content (sha256, part, bytes) VALUES (?, ?, ?)",
                        sha256,
                        part++,
                        Arrays.copyOfRange(deflated, from, Math.min(from + PART, deflated.length)));
            }
        }
        return sha256;
    }

    /// The bytes.
    ///
    /// @throws MingjianException where they are not there or are not what they were
    static byte[] get(Connection connection, String sha256) throws SQLException {
        return find(connection, sha256)
                .orElseThrow(
                        () -> new MingjianException(ProblemCode.STORAGE_FAILED, "content " + sha256 + " is damaged"));
    }

    /// The bytes, if they are there and are what they were.
    static Optional<byte[]> find(Connection connection, String sha256) throws SQLException {
        List<byte[]> parts = Sql.list(
                connection, "SELECT bytes FROM content WHERE sha256 = ? ORDER BY part", row -> row.getBytes(1), sha256);
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        parts.forEach(deflated::writeBytes);
        try {
            byte[] bytes = inflate(deflated.toByteArray());
            return Sha256.of(bytes).equals(sha256) ? Optional.of(bytes) : Optional.empty();
        } catch (DataFormatException e) {
            return Optional.empty();
        }
    }

    private static byte[] deflate(byte[] bytes) {
        try (Deflater deflater = new Deflater()) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream deflated = new ByteArrayOutputStream(bytes.length / 4 + 64);
            byte[] buffer = new byte[1 << 13];
            while (!deflater.finished()) {
                deflated.write(buffer, 0, deflater.deflate(buffer));
            }
            return deflated.toByteArray();
        }
    }

    private static byte[] inflate(byte[] deflated) throws DataFormatException {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(deflated);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(deflated.length * 4);
            byte[] buffer = new byte[1 << 13];
            for (int read = inflater.inflate(buffer); read > 0; read = inflater.inflate(buffer)) {
                bytes.write(buffer, 0, read);
            }
            return bytes.toByteArray();
        }
    }
}
