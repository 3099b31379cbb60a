package io.mingjian.api;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import io.mingjian.store.sql.DatabaseSettings;
import io.mingjian.store.sql.GeneratedProvince;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/// Measures what supervisors ask for on an invented province, over HTTP: `ProvinceBench FOLDER UNITS YEARS`. The folder
/// is filled where it is empty.
final class ProvinceBench {
    private static final String YEAR = "2023";
    private static final int TIMES = 9;
    private static final int CHANGES = 5000;

    private ProvinceBench() {}

    @SuppressWarnings("SystemOut") // what it is for
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        int units = Integer.parseInt(arguments[1]);
        int years = Integer.parseInt(arguments[2]);
        if (!Files.exists(folder)) {
            long begun = System.nanoTime();
            GeneratedProvince.open(folder, DatabaseSettings.embedded(), units, years)
                    .close();
            System.out.printf("load %d units x %d years: %d s%n", units, years, seconds(begun));
        }
        try (ApplicationContext context =
                        ApplicationContext.run(Map.of("mingjian.data", folder.toString(), "mingjian.server.port", -1));
                EmbeddedServer server = context.getBean(EmbeddedServer.class).start()) {
            measure(new Client(server.getURI()));
        }
    }

    @SuppressWarnings("SystemOut")
    private static void measure(Client client) {
        String sum = "/api/v1/aggregates?unit=410000&basis=own&year=" + YEAR;
        System.out.printf("sum, the first time: %d ms%n", milliseconds(client, sum));
        System.out.printf("sum: %d ms%n", median(client, sum));
        System.out.printf("sum by child: %d ms%n", median(client, sum + "&by=child"));
        client.upload("/api/v1/reports?unit=410000/410100&year=" + YEAR, File.of("a.txt", SampleReport.text(1)));
        System.out.printf("sum after a change: %d ms%n", milliseconds(client, sum));
        System.out.printf("ledger page: %d ms%n", median(client, "/supervise?year=" + YEAR));
        System.out.printf(
                "ledger page of a county: %d ms%n",
                median(client, "/supervise?within=410000/410100/410101&year=" + YEAR));
        System.out.printf("overview page: %d ms%n", median(client, "/overview?year=" + YEAR));
        long begun = System.nanoTime();
        Answer book = client.send(client.request("/api/v1/summary.xlsx?unit=410000&year=" + YEAR)
                .timeout(Duration.ofMinutes(10))
                .GET());
        System.out.printf(
                "summary.xlsx: %d ms, %d KiB, status %d%n",
                Duration.ofNanos(System.nanoTime() - begun).toMillis(), book.bytes().length >> 10, book.status());
        changes(client);
        Runtime runtime = Runtime.getRuntime();
        System.out.printf("heap at most %d MiB%n", runtime.maxMemory() >> 20);
    }

    @SuppressWarnings("SystemOut")
    private static void changes(Client client) {
        long begun = System.nanoTime();
        long after;
        long next = 0;
        do {
            after = next;
            Answer answer = client.get("/api/v1/changes?limit=" + CHANGES + "&after=" + after);
            String text = answer.text();
            next = Long.parseLong(text.substring(text.lastIndexOf("\"next\":") + 7, text.length() - 1));
        } while (next > after);
        double took = Duration.ofNanos(System.nanoTime() - begun).toMillis() / 1000.0;
        System.out.printf("changes: %d in %.1f s, %.0f a second%n", next, took, next / took);
    }

    private static long median(Client client, String path) {
        long[] took = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            took[i] = milliseconds(client, path);
        }
        Arrays.sort(took);
        return took[TIMES / 2];
    }

    private static long milliseconds(Client client, String path) {
        long begun = System.nanoTime();
        Answer answer = client.get(path);
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.text());
        }
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    private static long seconds(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toSeconds();
    }
}
