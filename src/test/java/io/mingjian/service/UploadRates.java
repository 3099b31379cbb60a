package io.mingjian.service;

import com.sun.management.OperatingSystemMXBean;
import io.micronaut.context.ApplicationContext;
import io.mingjian.evaluation.Corpus;
import io.mingjian.generation.PaperWriter;
import io.mingjian.generation.ReportGenerator;
import io.mingjian.ingest.Upload;
import io.mingjian.model.ReportModel;
import io.mingjian.store.Belonging;
import io.mingjian.store.ReportId;
import io.mingjian.store.UnitId;
import io.mingjian.store.sql.DatabaseSettings;
import io.mingjian.store.sql.Databases;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/// Sends many invented reports into a service of its own, and measures what each costs, what they take on the
/// disk, and how long the data of a report's page takes at the end. One sender, no HTTP; each unit sends six
/// years, so that all but its first report are held beside the year before.
///
/// ```sh
/// java -cp … io.mingjian.service.UploadRates 20000 FOLDER [postgres | jdbc:postgresql://… USER PASSWORD]
/// ```
public final class UploadRates {
    private static final int PAGES = 500;
    private static final int WARM_UP = 300;

    private UploadRates() {}

    /// What was measured.
    ///
    /// @param first a report among the first, after the warm-up
    /// @param last  the same among the last
    /// @param rate  reports a second over all
    /// @param sizes bytes by folder
    /// @param page  median milliseconds of a report's page data at the end
    public record Measured(
            int reports, Cost first, Cost last, double rate, long originals, Map<String, Long> sizes, double page) {
        /// How much dearer the last reports were, in the work of all threads: what else the machine does is not
        /// in it.
        public double growth() {
            return last.processor() / first.processor();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "reports %d  rate %.1f/s  first %s  last %s  growth %.2f  originals %.1f MB  on disk %s MB"
                            + "  page data %.1f ms",
                    reports,
                    rate,
                    first,
                    last,
                    growth(),
                    originals / 1e6,
                    sizes,
                    page);
        }
    }

    /// What a report costs.
    ///
    /// @param wall      median milliseconds until it is acknowledged
    /// @param processor mean milliseconds that all threads of the process worked
    public record Cost(double wall, double processor) {
        static Cost of(double[] wall, long[] processor, int from, int to) {
            double worked = (processor[to] - processor[from]) / 1e6 / (to - from);
            return new Cost(median(Arrays.copyOfRange(wall, from, to)), worked);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f ms (%.1f ms of processor)", wall, processor);
        }
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        int count = Integer.parseInt(arguments[0]);
        Path folder = Path.of(arguments[1]);
        if (arguments.length == 3) {
            try (Databases.Server server = new Databases.Server()) {
                DatabaseSettings database = server.fresh();
                System.out.println(measure(count, folder, Databases.service(database)));
                System.out.printf(Locale.ROOT, "database %.1f MB%n", databaseSize(database) / 1e6);
            }
        } else {
            Map<String, Object> database = arguments.length == 2
                    ? Map.of()
                    : Databases.service(
                            new DatabaseSettings(arguments[2], arguments[3], arguments[4], 10, Duration.ofSeconds(10)));
            System.out.println(measure(count, folder, database));
        }
    }

    private static long databaseSize(DatabaseSettings database) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database.url(), database.user(), database.password());
                ResultSet size =
                        connection.createStatement().executeQuery("SELECT pg_database_size(current_database())")) {
            size.next();
            return size.getLong(1);
        }
    }

    /// Measures in a new folder.
    public static Measured measure(int count, Path folder, Map<String, Object> database) throws IOException {
        Map<String, Object> settings = new HashMap<>(database);
        settings.put("mingjian.data", folder.resolve("data").toString());
        try (ApplicationContext context = ApplicationContext.run(settings)) {
            Path papers = Files.createDirectories(folder.resolve("papers"));
            if (Files.notExists(folder.resolve("made"))) {
                List<PaperWriter> forms = List.of(PaperWriter.TSV, PaperWriter.HTML);
                new ReportGenerator(context.getBean(ReportModel.class), 7, 0.1, forms).write(count, papers);
                Files.createFile(folder.resolve("made"));
            }
            Reports reports = context.getBean(Reports.class);
            context.getBean(Indexing.class).catchUp();
            return measure(reports, papers(papers), folder.resolve("data"));
        }
    }

    private static List<Path> papers(Path folder) throws IOException {
        return Corpus.read(List.of(folder)).cases().stream()
                .map(Corpus.DocumentCase.class::cast)
                .map(Corpus.DocumentCase::file)
                .toList();
    }

    private static Measured measure(Reports reports, List<Path> papers, Path data) throws IOException {
        double[] cost = new double[papers.size()];
        List<ReportId> ids = new ArrayList<>();
        long[] processor = new long[cost.length + 1];
        long originals = 0;
        long begun = System.nanoTime();
        for (int i = 0; i < cost.length; i++) {
            Path paper = papers.get(i);
            Upload upload = new Upload(String.valueOf(paper.getFileName()), null, paper);
            int unit = i / ReportGenerator.USUAL_YEARS;
            Belonging belonging = new Belonging(new UnitId("41/" + unit % 200 + "/" + unit), null);
            long before = System.nanoTime();
            ids.add(reports.add(Caller.LOCAL, upload, belonging).report().id());
            cost[i] = (System.nanoTime() - before) / 1e6;
            processor[i + 1] = processorTime();
            originals += Files.size(paper);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        int block = Math.min(1000, (cost.length - WARM_UP) / 3);
        return new Measured(
                cost.length,
                Cost.of(cost, processor, WARM_UP, WARM_UP + block),
                Cost.of(cost, processor, cost.length - block, cost.length),
                cost.length / seconds,
                originals,
                sizes(data),
                pageData(reports, ids));
    }

    private static long processorTime() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    /// All that the page of a report asks for.
    private static double pageData(Reports reports, List<ReportId> ids) {
        Random random = new Random(5);
        double[] taken = new double[PAGES];
        for (int i = 0; i < PAGES; i++) {
            ReportId id = ids.get(random.nextInt(ids.size()));
            long before = System.nanoTime();
            reports.get(Caller.LOCAL, id);
            reports.extraction(Caller.LOCAL, id, null, true);
            reports.versions(Caller.LOCAL, id);
            taken[i] = (System.nanoTime() - before) / 1e6;
        }
        return median(taken);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static Map<String, Long> sizes(Path data) throws IOException {
        Map<String, Long> sizes = new HashMap<>();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String part = data.relativize(file).getName(0).toString();
                sizes.merge(part, Files.size(file), Long::sum);
            }
        }
        sizes.replaceAll((part, bytes) -> Math.round(bytes / 1e6));
        return sizes;
    }
}
