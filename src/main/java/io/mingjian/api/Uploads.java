package io.mingjian.api;

import io.micronaut.http.MediaType;
import io.micronaut.http.multipart.CompletedFileUpload;
import io.micronaut.http.multipart.CompletedPart;
import io.micronaut.http.server.multipart.MultipartBody;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.service.Reports;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receives files of requests into files of ours.
@Singleton
final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private static final String PART = "file";
    private static final String UNNAMED = "unnamed";
    private static final int BUFFER = 1 << 16;

    private final Reports reports;
    private final ApiLimits limits;

    Uploads(Reports reports, ApiLimits limits) {
        this.reports = reports;
        this.limits = limits;
    }

    /// The received files, which are deleted on closing.
    record Received(List<Upload> files) implements AutoCloseable {
        @Override
        public void close() {
            for (Upload upload : files) {
                try {
                    Files.deleteIfExists(upload.file());
                } catch (IOException e) {
                    LOG.warn("cannot delete the received file {}", upload.file(), e);
                }
            }
        }
    }

    /// All parts named `file`.
    Received files(MultipartBody body) {
        List<CompletedPart> parts = Parts.of(body);
        Received received = new Received(new ArrayList<>());
        try {
            for (CompletedPart part : parts) {
                if (part instanceof CompletedFileUpload file && PART.equals(part.getName())) {
                    require(received.files().size() < limits.filesPerRequest());
                    receive(received, file.getFilename(), type(file), file.getInputStream());
                }
            }
            if (received.files().isEmpty()) {
                throw new MingjianException(ProblemCode.BAD_REQUEST, "no part named \"" + PART + "\" with a file");
            }
            return received;
        } catch (IOException e) {
            received.close();
            throw new MingjianException(ProblemCode.STORAGE_FAILED, "cannot receive a file", e);
        } catch (MingjianException e) {
            received.close();
            throw e;
        }
    }

    /// The one file of a request that may bring one only.
    Received file(MultipartBody body) {
        Received received = files(body);
        if (received.files().size() > 1) {
            received.close();
            throw new MingjianException(ProblemCode.BAD_REQUEST, "more than one part named \"" + PART + "\"");
        }
        return received;
    }

    /// The body itself as a file.
    Received body(@Nullable InputStream body, String name, @Nullable MediaType type) {
        Received received = new Received(new ArrayList<>());
        try {
            receive(received, name, type, body == null ? InputStream.nullInputStream() : body);
            return received;
        } catch (IOException e) {
            received.close();
            throw new MingjianException(ProblemCode.BAD_REQUEST, "the body ended early", e);
        } catch (MingjianException e) {
            received.close();
            throw e;
        }
    }

    private void receive(Received received, @Nullable String name, @Nullable MediaType type, InputStream content)
            throws IOException {
        Path file = reports.newUpload();
        String given = name == null || name.isBlank() ? UNNAMED : name;
        received.files().add(new Upload(given, type == null ? null : type.toString(), file));
        try (content;
                OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            long bytes = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > limits.uploadBytes()) {
                    throw MingjianException.limit(
                            ProblemCode.TOO_LARGE, "mingjian.limits.upload-bytes", limits.uploadBytes());
                }
                out.write(buffer, 0, read);
            }
        }
    }

    private static @Nullable MediaType type(CompletedFileUpload file) {
        return file.getContentType().orElse(null);
    }

    private void require(boolean fewEnough) {
        if (!fewEnough) {
            throw MingjianException.limit(
                    ProblemCode.TOO_MANY_FILES, "mingjian.limits.files-per-request", limits.filesPerRequest());
        }
    }
}
