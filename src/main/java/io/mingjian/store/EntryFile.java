package io.mingjian.store;

import io.mingjian.checks.Severity;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/// A [StoredReport] as the lines of a properties file, so that a person can read what lies there.
final class EntryFile {
    private static final String FINDINGS = "findings.";

    private EntryFile() {}

    static byte[] write(StoredReport report) {
        Properties lines = new Properties();
        Summary summary = report.summary();
        put(lines, "id", report.id());
        put(lines, "version", report.version());
        put(lines, "sequence", report.sequence());
        put(lines, "receivedAt", report.receivedAt());
        put(lines, "sha256", report.sha256());
        put(lines, "bytes", report.bytes());
        put(lines, "name", summary.name());
        put(lines, "mediaType", summary.mediaType());
        put(lines, "model", summary.model());
        put(lines, "title", summary.title());
        put(lines, "organization", summary.organization());
        put(lines, "level", summary.level());
        put(lines, "region", summary.region());
        put(lines, "year", summary.year());
        put(lines, "form", summary.form());
        summary.findings().forEach((severity, count) -> put(lines, FINDINGS + name(severity), count));
        StringWriter text = new StringWriter();
        try {
            lines.store(text, null);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// @throws IOException where a line is missing or makes no sense
    static StoredReport read(String text) throws IOException {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
            Map<Severity, Integer> findings = new EnumMap<>(Severity.class);
            for (Severity severity : Severity.values()) {
                findings.put(severity, Integer.parseInt(lines.getProperty(FINDINGS + name(severity), "0")));
            }
            String year = lines.getProperty("year");
            return new StoredReport(
                    new ReportId(required(lines, "id")),
                    Integer.parseInt(required(lines, "version")),
                    Long.parseLong(required(lines, "sequence")),
                    Instant.parse(required(lines, "receivedAt")),
                    required(lines, "sha256"),
                    Long.parseLong(required(lines, "bytes")),
                    new Summary(
                            required(lines, "name"),
                            required(lines, "mediaType"),
                            required(lines, "model"),
                            lines.getProperty("title"),
                            lines.getProperty("organization"),
                            lines.getProperty("level"),
                            lines.getProperty("region"),
                            year == null ? null : Integer.valueOf(year),
                            lines.getProperty("form"),
                            findings));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new IOException("not an entry", e);
        }
    }

    private static void put(Properties lines, String key, @Nullable Object value) {
        if (value != null) {
            lines.setProperty(key, value.toString());
        }
    }

    private static String required(Properties lines, String key) throws IOException {
        String value = lines.getProperty(key);
        if (value == null) {
            throw new IOException("no line \"" + key + "\"");
        }
        return value;
    }

    private static String name(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
