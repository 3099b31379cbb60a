package io.mingjian.api;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.exceptions.ContentLengthExceededException;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Receives files of requests into files of ours, counting as they come.
@Singleton
public final class Uploads {
    private static final Logger LOG = LoggerFactory.getLogger(Uploads.class);

    private static final String FILE = "file";
    private static final String UNNAMED = "unnamed";
    private static final int BUFFER = 1 << 16;

    private final Reports reports;
    private final ApiLimits limits;

    Uploads(Reports reports, ApiLimits limits) {
        this.reports = reports;
        this.limits = limits;
    }

    /// The received files, which are deleted on closing.
    public record Received(List<Upload> files) implements AutoCloseable {
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

    /// All parts named `file` of a form.
    public Received files(HttpRequest<?> request, @Nullable InputStream body) {
        return files(request, body, limits.uploadBytes());
    }

    /// The same, each as large as the request may be: archives hold many files, and of a batch a file that is
    /// too large fails by itself.
    public Received batch(HttpRequest<?> request, @Nullable InputStream body) {
        return files(request, body, limits.requestBytes());
    }

    private Received files(HttpRequest<?> request, @Nullable InputStream body, long largest) {
        String type = request.getContentType().map(MediaType::toString).orElse("");
        InputStream form = orEmpty(body);
        Received received = receive(
                form,
                into -> FormParts.read(form, type, (part, content) -> {
                    if (FILE.equals(part.name()) && part.fileName() != null) {
                        write(into, new Part(part.fileName(), part.type(), largest), content);
                    }
                }));
        if (received.files().isEmpty()) {
            throw new MingjianException(ProblemCode.BAD_REQUEST, "no part named \"" + FILE + "\" with a file");
        }
        return received;
    }

    /// The files of a form by the names of their parts.
    ///
    /// @param names parts that are taken; others are passed over
    NamedFiles named(HttpRequest<?> request, @Nullable InputStream body, Set<String> names) {
        String type = request.getContentType().map(MediaType::toString).orElse("");
        InputStream form = orEmpty(body);
        Map<String, List<Upload>> byName = new HashMap<>();
        Received received = receive(
                form,
                into -> FormParts.read(form, type, (part, content) -> {
                    if (names.contains(part.name()) && part.fileName() != null) {
                        write(into, new Part(part.fileName(), part.type(), limits.uploadBytes()), content);
                        byName.computeIfAbsent(part.name(), name -> new ArrayList<>())
                                .add(into.files().getLast());
                    }
                }));
        return new NamedFiles(received, byName);
    }

    /// Received files by the names of their parts.
    record NamedFiles(Received received, Map<String, List<Upload>> byName) implements AutoCloseable {
        /// @throws MingjianException where there is none
        Upload get(String name) {
            return find(name)
                    .orElseThrow(() -> new MingjianException(
                            ProblemCode.BAD_REQUEST, "no part named \"" + name + "\" with a file"));
        }

        /// The file of a part that may come once; of several, the last.
        Optional<Upload> find(String name) {
            return all(name).isEmpty()
                    ? Optional.empty()
                    : Optional.of(all(name).getLast());
        }

        List<Upload> all(String name) {
            return byName.getOrDefault(name, List.of());
        }

        @Override
        public void close() {
            received.close();
        }
    }

    /// The one file of a form that may bring one only.
    Received file(HttpRequest<?> request, @Nullable InputStream body) {
        Received received = files(request, body);
        if (received.files().size() > 1) {
            received.close();
            throw new MingjianException(ProblemCode.BAD_REQUEST, "more than one part named \"" + FILE + "\"");
        }
        return received;
    }

    /// The body itself as a file.
    Received body(HttpRequest<?> request, @Nullable InputStream body, String name) {
        String type = request.getContentType().map(MediaType::toString).orElse(null);
        InputStream content = orEmpty(body);
        return receive(content, received -> write(received, new Part(name, type, limits.uploadBytes()), content));
    }

    @FunctionalInterface
    private interface Receiving {
        void into(Received received) throws IOException;
    }

    /// Leaves no file behind where receiving fails.
    private Received receive(InputStream body, Receiving receiving) {
        Received received = new Received(new ArrayList<>());
        boolean complete = false;
        try {
            receiving.into(received);
            complete = true;
            return received;
        } catch (IOException e) {
            throw unreadable(e);
        } finally {
            if (!complete) {
                received.close();
                drain(body);
            }
        }
    }

    /// Reads what is left of a refused body, which the server bounds: a browser that is still sending when the
    /// answer comes shows a broken connection and not the answer.
    private static void drain(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            LOG.debug("the sender of a refused body went away", e);
        }
    }

    /// A file as it is announced, and how large it may be.
    private record Part(String name, @Nullable String type, long largest) {}

    private void write(Received received, Part part, InputStream content) throws IOException {
        if (received.files().size() == limits.filesPerRequest()) {
            throw MingjianException.limit(
                    ProblemCode.TOO_MANY_FILES, "mingjian.limits.files-per-request", limits.filesPerRequest());
        }
        Path file = reports.newUpload();
        received.files().add(new Upload(part.name().isBlank() ? UNNAMED : part.name(), part.type(), file));
        try (OutputStream out = open(file)) {
            byte[] buffer = new byte[BUFFER];
            long bytes = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > part.largest()) {
                    throw MingjianException.limit(
                            ProblemCode.TOO_LARGE, "mingjian.limits.upload-bytes", part.largest());
                }
                keep(buffer, read, out);
            }
        }
    }

    private static OutputStream open(Path file) {
        try {
            return Files.newOutputStream(file);
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    private static void keep(byte[] buffer, int length, OutputStream out) {
        try {
            out.write(buffer, 0, length);
        } catch (IOException e) {
            throw unkept(e);
        }
    }

    /// The disk is full or cannot be written to: nothing that the sender could mend.
    private static MingjianException unkept(IOException failure) {
        return new MingjianException(ProblemCode.STORAGE_FAILED, "cannot write the received file", failure);
    }

    /// The server stops a body that is longer than a request may be; anything else was the sender.
    private MingjianException unreadable(IOException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentLengthExceededException) {
                return MingjianException.limit(
                        ProblemCode.TOO_LARGE, FrameworkProblems.REQUEST_LIMIT, limits.requestBytes());
            }
        }
        return new MingjianException(ProblemCode.BAD_REQUEST, "the body ended early", failure);
    }

    private static InputStream orEmpty(@Nullable InputStream body) {
        return body == null ? InputStream.nullInputStream() : body;
    }
}
