package io.mingjian.api;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.server.types.files.StreamedFile;
import io.mingjian.feed.table.CsvRows;
import io.mingjian.feed.table.JsonRows;
import io.mingjian.feed.table.RowWriter;
import io.mingjian.feed.table.SheetRows;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Reports;
import jakarta.inject.Singleton;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// A table as a file to be saved. It is written whole before it is sent: what arrives is all of it, or an error.
@Singleton
final class TableAnswer {
    private final Reports reports;

    TableAnswer(Reports reports) {
        this.reports = reports;
    }

    /// What a table may be sent as.
    enum Format {
        CSV("text/csv; charset=utf-8"),
        NDJSON("application/x-ndjson"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

        private final String type;

        Format(String type) {
            this.type = type;
        }

        private RowWriter rows(OutputStream to, String name) throws IOException {
            return switch (this) {
                case CSV -> new CsvRows(to);
                case NDJSON -> new JsonRows(to);
                case XLSX -> new SheetRows(to, name);
            };
        }
    }

    /// Writes rows.
    @FunctionalInterface
    interface Filling {
        void into(RowWriter rows) throws IOException;
    }

    /// Writes a file.
    @FunctionalInterface
    interface Writing {
        void to(OutputStream file) throws IOException;
    }

    HttpResponse<StreamedFile> table(Format format, String name, Filling filling) {
        return file(format, name, file -> {
            try (RowWriter rows = format.rows(file, name)) {
                filling.into(rows);
            }
        });
    }

    HttpResponse<StreamedFile> file(Format format, String name, Writing writing) {
        Path file = reports.newUpload();
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
                writing.to(out);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            StreamedFile answer = new StreamedFile(
                    Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE), MediaType.of(format.type));
            return HttpResponse.ok(answer.attach(name + "." + Parameters.lower(format)))
                    .contentType(MediaType.of(format.type));
        } catch (IOException e) {
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot write a table", e);
        }
    }
}
