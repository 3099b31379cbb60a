package io.mingjian.service;

import io.micronaut.context.ApplicationContext;
import io.mingjian.evaluation.Corpus;
import io.mingjian.generation.PaperWriter;
import io.mingjian.generation.ReportGenerator;
import io.mingjian.index.SearchRequest.Page;
import io.mingjian.ingest.Upload;
import io.mingjian.model.ReportModel;
import io.mingjian.service.Searches.Question;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.UnitId;
import io.mingjian.store.sql.Databases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// How the cost of an upload, of a search and of a report's page grows with what is kept already. Generated
/// reports are read once and then put into the store and the index over and over, for other units each time,
/// until there are as many as asked for; at each of these sizes new ones are uploaded as a clerk would, and
/// searched for. One sender, no HTTP.
///
/// ```sh
/// java -Xmx1g -cp … io.mingjian.service.GrowthBench FOLDER 1000,10000,100000 [postgres]
/// ```
final class GrowthBench {
    /// Reports that are put over and over.
    private static final int BASE = 600;

    /// Uploads at each size; the first third of them is not measured.
    private static final int UPLOADS = 180;

    private static final int ROUNDS = 60;
    private static final int STEP = 200;
    private static final List<PaperWriter> FORMS = List.of(PaperWriter.TSV, PaperWriter.HTML);
    private static final List<String> QUESTIONS =
            List.of("公开", "微信公众号 解读", "\"依申请公开\"", "新收申请>=10 行政复议>=1", "年份:2021 培训");

    private final Reports reports;
    private final Searches searches;
    private final ReportStore store;
    private final Indexing indexing;
    private final List<Base> base = new ArrayList<>();
    private final List<Path> fresh;
    private final List<ReportId> kept = new ArrayList<>();

    /// A report that was read once.
    private record Base(String name, String text, Reading reading) {}

    private GrowthBench(ApplicationContext context, Path folder, int sizes) throws IOException {
        reports = context.getBean(Reports.class);
        searches = context.getBean(Searches.class);
        store = context.getBean(ReportStore.class);
        indexing = context.getBean(Indexing.class);
        List<Path> papers = papers(context.getBean(ReportModel.class), folder.resolve("papers"), sizes);
        for (Path file : papers.subList(0, BASE)) {
            base.add(new Base(name(file), Files.readString(file), reports.reading(upload(file))));
        }
        fresh = papers.subList(BASE, papers.size());
    }

    private static List<Path> papers(ReportModel model, Path folder, int sizes) throws IOException {
        new ReportGenerator(model, 11, 0.1, FORMS).write(BASE + UPLOADS * sizes, Files.createDirectories(folder));
        return Corpus.read(List.of(folder)).cases().stream()
                .map(Corpus.DocumentCase.class::cast)
                .map(Corpus.DocumentCase::file)
                .toList();
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int[] sizes = Arrays.stream(arguments[1].split(",", -1))
                .mapToInt(Integer::parseInt)
                .toArray();
        if (arguments.length == 2) {
            run(folder, sizes, Map.of());
            return;
        }
        try (Databases.Server server = new Databases.Server()) {
            run(folder, sizes, Databases.service(server.fresh()));
        }
    }

    private static void run(Path folder, int[] sizes, Map<String, Object> database) throws IOException {
        Map<String, Object> settings = new HashMap<>(database);
        settings.put("mingjian.data", folder.resolve("data").toString());
        try (ApplicationContext context = ApplicationContext.run(settings)) {
            GrowthBench bench = new GrowthBench(context, folder, sizes.length);
            say("| reports kept | kept and indexed ms | uploaded ms | searched p50 ms | p99 ms | page data ms |%n");
            say("| ---: | ---: | ---: | ---: | ---: | ---: |%n");
            for (int i = 0; i < sizes.length; i++) {
                bench.measure(sizes[i], bench.fresh.subList(i * UPLOADS, (i + 1) * UPLOADS));
            }
        }
    }

    private void measure(int size, List<Path> papers) throws IOException {
        double each = fill(size);
        double upload = upload(papers);
        double[] search = search();
        say(
                "| %d | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                size, each, upload, search[search.length / 2], search[(int) (search.length * .99)], pages());
    }

    /// Milliseconds a report over the last thousand.
    private double fill(int size) throws IOException {
        int last = Math.max(kept.size(), size - 1000);
        long begun = System.nanoTime();
        for (int i = kept.size(); i < size; i++) {
            if (i == last) {
                indexing.catchUp();
                begun = System.nanoTime();
            }
            kept.add(keep(i));
            if (i % STEP == 0) {
                indexing.catchUp();
            }
        }
        indexing.catchUp();
        return milliseconds(begun) / (size - last);
    }

    private ReportId keep(int number) throws IOException {
        Base like = base.get(number % BASE);
        Path file = store.newUpload();
        try {
            Files.write(file, (like.text() + "\n".repeat(1 + number / BASE)).getBytes(StandardCharsets.UTF_8));
            Upload upload = new Upload(like.name(), null, file);
            return store.put(upload, unit("41", number), like.reading(), new Act("filler", null))
                    .report()
                    .id();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static Belonging unit(String province, int number) {
        int unit = number / ReportGenerator.USUAL_YEARS;
        return new Belonging(new UnitId(province + "/" + unit % 200 + "/" + unit), null);
    }

    private double upload(List<Path> papers) {
        double[] took = new double[papers.size()];
        for (int i = 0; i < took.length; i++) {
            long begun = System.nanoTime();
            reports.add(Caller.LOCAL, upload(papers.get(i)), unit("42/" + kept.size(), i));
            took[i] = milliseconds(begun);
        }
        return median(Arrays.copyOfRange(took, took.length / 3, took.length));
    }

    private static Upload upload(Path file) {
        return new Upload(name(file), null, file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private double[] search() {
        double[] took = new double[ROUNDS * QUESTIONS.size()];
        for (int i = -QUESTIONS.size() * 5; i < took.length; i++) {
            Question question = new Question(
                    QUESTIONS.get(Math.floorMod(i, QUESTIONS.size())), Map.of(), null, false, (@Nullable String) null);
            long begun = System.nanoTime();
            searches.search(Caller.LOCAL, question, new Page(0, 10, null));
            if (i >= 0) {
                took[i] = milliseconds(begun);
            }
        }
        Arrays.sort(took);
        return took;
    }

    /// All that the page of a report asks for.
    private double pages() {
        Random random = new Random(5);
        double[] took = new double[ROUNDS * 3];
        for (int i = 0; i < took.length; i++) {
            ReportId id = kept.get(random.nextInt(kept.size()));
            long begun = System.nanoTime();
            reports.get(Caller.LOCAL, id);
            reports.extraction(Caller.LOCAL, id, null, true);
            reports.versions(Caller.LOCAL, id);
            took[i] = milliseconds(begun);
        }
        return median(took);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double milliseconds(long begun) {
        return (System.nanoTime() - begun) / 1e6;
    }

    @SuppressWarnings({"SystemOut", "AnnotateFormatMethod"}) // what it is for
    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
