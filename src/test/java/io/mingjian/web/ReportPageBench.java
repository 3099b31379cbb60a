package io.mingjian.web;

import com.sun.net.httpserver.HttpServer;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/// Measures the page of a [WholeReport] over HTTP, warm, one request after the other, beside a bare server of the
/// JDK that sends the same bytes: the floor below which no page of this size can come.
///
/// ```sh
/// java -cp … io.mingjian.web.ReportPageBench FOLDER
/// ```
final class ReportPageBench {
    private static final int WARM = 200;
    private static final int TIMES = 400;

    private final HttpClient http = HttpClient.newHttpClient();

    private ReportPageBench() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Map<String, Object> settings = Map.of("mingjian.data", folder.toString(), "mingjian.server.port", -1);
        try (ApplicationContext context = ApplicationContext.run(settings);
                EmbeddedServer server = context.getBean(EmbeddedServer.class).start()) {
            new ReportPageBench().measure(server.getURI());
        }
    }

    private void measure(URI service) throws Exception {
        String file = "--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"whole.txt\"\r\n\r\n";
        String kept = text(HttpRequest.newBuilder(service.resolve("/api/v1/reports"))
                .header("Content-Type", "multipart/form-data; boundary=part")
                .POST(HttpRequest.BodyPublishers.ofString(file + WholeReport.text() + "\r\n--part--\r\n")));
        String id = kept.replaceAll("(?s).*\"id\":\"([0-9a-f]+)\".*", "$1");
        HttpRequest page = HttpRequest.newBuilder(service.resolve("/reports/" + id))
                .header("Accept", "text/html")
                .build();
        String html = text(HttpRequest.newBuilder(page, (name, value) -> true));
        long first = html.getBytes(StandardCharsets.UTF_8).length;
        for (String path : WholeReport.needs(html)) {
            first += text(HttpRequest.newBuilder(service.resolve(path))).getBytes(StandardCharsets.UTF_8).length;
        }
        System.out.printf(Locale.ROOT, "first view %d KB, the page alone %d KB%n", first / 1024, html.length() / 1024);
        times("page", page);
        HttpServer bare = bare(html.getBytes(StandardCharsets.UTF_8));
        times(
                "the same bytes from a bare server",
                HttpRequest.newBuilder(URI.create(
                                "http://127.0.0.1:" + bare.getAddress().getPort()))
                        .build());
        bare.stop(0);
    }

    private static HttpServer bare(byte[] body) throws IOException {
        HttpServer server =
                HttpServer.create(new java.net.InetSocketAddress(java.net.InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        return server;
    }

    private void times(String name, HttpRequest request) throws Exception {
        double[] milliseconds = new double[TIMES];
        for (int i = -WARM; i < TIMES; i++) {
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request.uri() + " answers " + answer.statusCode());
            }
            if (i >= 0) {
                milliseconds[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(milliseconds);
        System.out.printf(
                Locale.ROOT,
                "%s: p50 %.1f ms, p99 %.1f ms%n",
                name,
                milliseconds[TIMES / 2],
                milliseconds[TIMES * 99 / 100]);
    }

    private String text(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }
}
