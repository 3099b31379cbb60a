package io.mingjian.api;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// The service, started once for all HTTP tests on a free port, with small limits and an empty folder of its own.
public final class StartedService implements ParameterResolver {
    static final long UPLOAD_BYTES = 3 << 20;
    static final long REQUEST_BYTES = 8 << 20;
    static final int FILES = 3;
    static final int SEGMENT_CHARACTERS = 1000;
    static final int QUERY_CHARACTERS = 60;
    static final int PAGE_SIZE = 5;
    static final int CORRECTIONS = 10;
    static final int SEARCHES = 8;

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Client.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.create(StartedService.class))
                .getOrComputeIfAbsent(Running.class)
                .client;
    }

    /// Closed by JUnit after the last test.
    static final class Running implements AutoCloseable {
        private final Path data;
        private final EmbeddedServer server;
        private final Client client;

        Running() throws IOException {
            data = Files.createTempDirectory("mingjian-http");
            server = ApplicationContext.run(EmbeddedServer.class, settings(data));
            client = new Client(server.getURI());
        }

        @Override
        public void close() throws IOException {
            server.close();
            server.getApplicationContext().close();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Map<String, Object> settings(Path data) {
        return Map.of(
                "mingjian.data", data.toString(),
                "mingjian.server.port", -1,
                "mingjian.limits.upload-bytes", UPLOAD_BYTES,
                "mingjian.limits.request-bytes", REQUEST_BYTES,
                "mingjian.limits.files-per-request", FILES,
                "mingjian.limits.segment-characters", SEGMENT_CHARACTERS,
                "mingjian.limits.query-characters", QUERY_CHARACTERS,
                "mingjian.limits.page-size", PAGE_SIZE,
                "mingjian.limits.corrections", CORRECTIONS,
                "mingjian.limits.saved-searches", SEARCHES);
    }

    /// An HTTP client of that service.
    public record Client(URI base, HttpClient http) {
        Client(URI base) {
            this(base, HttpClient.newHttpClient());
        }

        /// A file to be sent in a part.
        @SuppressWarnings("ArrayRecordComponent") // never compared
        public record File(String part, String name, byte[] content) {
            public static File of(String name, String content) {
                return new File("file", name, content.getBytes(StandardCharsets.UTF_8));
            }
        }

        public Answer get(String path) {
            return send(request(path).GET());
        }

        public Answer search(String query) {
            return get("/api/v1/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        }

        public Answer delete(String path) {
            return send(request(path).DELETE());
        }

        public Answer post(String path, String type, byte[] body) {
            return send(request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        }

        public Answer upload(String path, File... files) {
            return post(path, "multipart/form-data; boundary=limit", multipart(List.of(files)));
        }

        public HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(60));
        }

        public Answer send(HttpRequest.Builder request) {
            try {
                return new Answer(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        static byte[] multipart(List<File> files) {
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            for (File file : files) {
                body.writeBytes(("--limit\r\nContent-Disposition: form-data; name=\"" + file.part() + "\"; filename=\""
                                + file.name() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                body.writeBytes(file.content());
                body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
            }
            body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
            return body.toByteArray();
        }
    }

    /// What came back.
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public byte[] bytes() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /// The value of the first member of this name, without its quotation marks.
        public String member(String name) {
            String text = text();
            int from = text.indexOf("\"" + name + "\":") + name.length() + 3;
            int to = from;
            boolean quoted = text.charAt(from) == '"';
            if (quoted) {
                return text.substring(from + 1, text.indexOf('"', from + 1));
            }
            while (",}]".indexOf(text.charAt(to)) < 0) {
                to++;
            }
            return text.substring(from, to);
        }
    }
}
