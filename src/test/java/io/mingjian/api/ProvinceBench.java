package io.mingjian.api;

import com.sun.management.OperatingSystemMXBean;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.mingjian.api.StartedService.Answer;
import io.mingjian.api.StartedService.Client;
import io.mingjian.api.StartedService.Client.File;
import io.mingjian.index.IndexChange;
import io.mingjian.index.ReportIndex;
import io.mingjian.store.ReportStore;
import io.mingjian.store.sql.DatabaseSettings;
import io.mingjian.store.sql.Databases;
import io.mingjian.store.sql.GeneratedProvince;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Measures what supervisors ask for on an invented province, over HTTP. The folder is filled where it is empty
/// and may be used again. Of each question it says how long the answer took and how long all threads of the
/// process worked for it; PostgreSQL works in processes of its own.
///
/// ```sh
/// java -Xmx512m -cp … io.mingjian.api.ProvinceBench FOLDER UNITS YEARS [postgres]
/// ```
final class ProvinceBench {
    private static final String YEAR = "year=2023";
    private static final String PROVINCE = "410000";
    private static final String CITY = PROVINCE + "/411000";
    private static final String COUNTY = CITY + "/411001";
    private static final int TIMES = 9;

    private final Client client;

    private ProvinceBench(Client client) {
        this.client = client;
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int units = Integer.parseInt(arguments[1]);
        int years = Integer.parseInt(arguments[2]);
        if (arguments.length == 3) {
            run(folder, DatabaseSettings.embedded(), units, years);
            return;
        }
        try (Databases.Server server = new Databases.Server(folder.resolve("postgres"))) {
            run(folder, server.named("province"), units, years);
        }
    }

    private static void run(Path folder, DatabaseSettings database, int units, int years) throws IOException {
        Path data = folder.resolve("data");
        Path loaded = folder.resolve("loaded");
        if (!Files.exists(loaded)) {
            long begun = System.nanoTime();
            GeneratedProvince.open(data, database, units, years).close();
            Files.createFile(loaded);
            say("load %d units x %d years: %d s%n", units, years, milliseconds(begun) / 1000);
        }
        Map<String, Object> settings = new HashMap<>(Databases.service(database));
        settings.put("mingjian.data", data.toString());
        settings.put("mingjian.server.port", -1);
        try (ApplicationContext context = ApplicationContext.run(settings);
                EmbeddedServer server = context.getBean(EmbeddedServer.class).start()) {
            skip(context.getBean(ReportIndex.class), context.getBean(ReportStore.class));
            new ProvinceBench(new Client(server.getURI())).measure();
        }
    }

    /// What is invented has no text that could be searched for, and what comes later must not wait for it.
    private static void skip(ReportIndex index, ReportStore store) {
        index.apply(List.of(new IndexChange.Skip(store.sequence())));
    }

    private void measure() {
        String sum = "/api/v1/aggregates?" + YEAR + "&unit=" + PROVINCE;
        once("sum, the first after the start", sum);
        median("sum", sum);
        median("sum by child", sum + "&by=child");
        median("sum of areas", sum + "&basis=area");
        median("sum of a city", "/api/v1/aggregates?" + YEAR + "&unit=" + CITY);
        for (int i = 0; i < 3; i++) {
            String text = SampleReport.text((int) (System.nanoTime() % 1_000_000));
            client.upload("/api/v1/reports?unit=" + GeneratedProvince.NEWCOMER + "&" + YEAR, File.of("a.txt", text));
            once("sum after a change", sum);
        }
        median("ledger page of the province", "/supervise?" + YEAR);
        median("ledger page amid it", "/supervise?" + YEAR + "&after=" + CITY);
        median("ledger page of what is missing", "/supervise?" + YEAR + "&state=MISSING");
        median("ledger page of a city", "/supervise?" + YEAR + "&within=" + CITY);
        median("ledger page of a county", "/supervise?" + YEAR + "&within=" + COUNTY);
        median("ledger, 1000 units as JSON", "/api/v1/ledger?" + YEAR + "&limit=1000&cursor=" + CITY);
        median("ledger counts", "/api/v1/ledger/counts?" + YEAR + "&unit=" + PROVINCE);
        median("overview page", "/overview?" + YEAR);
        once("summary.xlsx", "/api/v1/summary.xlsx?" + YEAR + "&unit=" + PROVINCE);
        once("summary.xlsx again", "/api/v1/summary.xlsx?" + YEAR + "&unit=" + PROVINCE);
        changes();
        say("heap at most %d MiB%n", Runtime.getRuntime().maxMemory() >> 20);
    }

    private void changes() {
        long begun = System.nanoTime();
        long worked = worked();
        long after;
        long next = 0;
        do {
            after = next;
            Answer answer = client.get("/api/v1/changes?limit=1000&after=" + after);
            String text = answer.text();
            next = Long.parseLong(text.substring(text.lastIndexOf("\"next\":") + 7, text.length() - 1));
        } while (next > after);
        double took = milliseconds(begun) / 1000.0;
        say(
                "changes: %d in %.1f s (%.1f s worked), %.0f a second%n",
                next, took, (worked() - worked) / 1e9, next / took);
    }

    /// What a question cost.
    private record Cost(long took, long worked, Answer answer) {}

    private void once(String question, String path) {
        Cost cost = ask(path);
        say(
                "%s: %d ms (%d ms worked), %d KiB%n",
                question, cost.took(), cost.worked(), cost.answer().bytes().length >> 10);
    }

    private void median(String question, String path) {
        long[] took = new long[TIMES];
        long[] worked = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            Cost cost = ask(path);
            took[i] = cost.took();
            worked[i] = cost.worked();
        }
        Arrays.sort(took);
        Arrays.sort(worked);
        say("%s: %d ms (%d ms worked), at most %d ms%n", question, took[TIMES / 2], worked[TIMES / 2], took[TIMES - 1]);
    }

    private Cost ask(String path) {
        long begun = System.nanoTime();
        long worked = worked();
        Answer answer =
                client.send(client.request(path).timeout(Duration.ofMinutes(10)).GET());
        if (answer.status() != 200) {
            throw new IllegalStateException(path + ": " + answer.text());
        }
        return new Cost(milliseconds(begun), (worked() - worked) / 1_000_000, answer);
    }

    private static long worked() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long milliseconds(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun).toMillis();
    }

    @SuppressWarnings({"SystemOut", "AnnotateFormatMethod"}) // what it is for
    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
