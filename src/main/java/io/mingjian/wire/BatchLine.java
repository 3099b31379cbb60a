package io.mingjian.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The lines of a batch's files: an extraction with its path before its other members, and why a file was not
/// read.
public final class BatchLine {
    /// How every line begins; a file whose first line does not is none of ours.
    public static final String HEAD = "{\"path\":";

    private static final JsonFactory JSON = new JsonFactory();

    private BatchLine() {}

    /// Which bytes, found where, a line tells of.
    public record Source(String path, String sha256) {}

    /// Why a file is missing among the extractions.
    ///
    /// @param path   where it lies, as the extractions say it
    /// @param code   the problem's code
    /// @param title  what it means and what can be done, in Chinese
    /// @param detail for those who look closer
    /// @param limit  the setting that was exceeded, or null
    /// @param value  the setting's value, or null
    public record Failure(
            String path,
            String code,
            String title,
            String detail,
            @Nullable String limit,
            @Nullable Long value) {}

    /// The extraction's JSON with the path put before everything else, and a line end.
    public static byte[] of(String path, byte[] extraction) {
        byte[] head = bytes(path);
        ByteArrayOutputStream line = new ByteArrayOutputStream(extraction.length + head.length + 16);
        line.writeBytes(HEAD.getBytes(StandardCharsets.UTF_8));
        line.writeBytes(head);
        line.write(',');
        line.write(extraction, 1, extraction.length - 1);
        line.write('\n');
        return line.toByteArray();
    }

    public static byte[] of(Failure failure) {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        line.writeBytes(bytes(failure));
        line.write('\n');
        return line.toByteArray();
    }

    /// What an extraction's line tells of; empty where it is none of [#of(String, byte[])].
    public static Optional<Source> read(byte[] line, int length) {
        String path = null;
        try (JsonParser json = JSON.createParser(line, 0, length)) {
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token != JsonToken.VALUE_STRING) {
                    continue;
                }
                if ("path".equals(json.currentName()) && path == null) {
                    path = json.getText();
                } else if ("sha256".equals(json.currentName()) && path != null) {
                    return Optional.of(new Source(path, json.getText()));
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            RecordWriter.write(value, json);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return bytes.toByteArray();
    }
}
