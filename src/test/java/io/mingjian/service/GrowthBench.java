package io.mingjian.service;

import com.sun.management.OperatingSystemMXBean;
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
import java.lang.management.ManagementFactory;
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
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// How the cost of an upload, of a search and of a report's page grows with what is kept already. Generated
/// reports are read once and then put into the store and the index over and over, for other units each time,
/// until there are as many as asked for; at each of these sizes new ones are uploaded as a clerk would, and
/// searched for. One sender, no HTTP. Times are the median by the clock, those of processor the mean of all
/// threads, which another program on the machine disturbs less.
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

    private static final OperatingSystemMXBean PROCESSOR =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final Reports reports;
    private final Searches searches;
    private final ReportStore store;
    private final Indexing indexing;
    private final LookingBack lookingBack;
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
        lookingBack = context.getBean(LookingBack.class);
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
            say(
                    "| reports kept | uploaded ms | of processor | searched p50 ms | p99 ms | of processor | page data ms |%n");
            say("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |%n");
            for (int i = 0; i < sizes.length; i++) {
                bench.measure(sizes[i], bench.fresh.subList(i * UPLOADS, (i + 1) * UPLOADS));
            }
        }
    }

    private void measure(int size, List<Path> papers) throws IOException {
        fill(size);
        Taken upload = upload(papers);
        Taken search = search();
        say(
                "| %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
                size,
                upload.part(.5),
                upload.processor(),
                search.part(.5),
                search.part(.99),
                search.processor(),
                pages().part(.5));
    }

    private void fill(int size) throws IOException {
        for (int i = kept.size(); i < size; i++) {
            kept.add(keep(i));
            if (i % STEP == 0) {
                follow();
            }
        }
        follow();
    }

    /// What the service does after each upload.
    private void follow() {
        lookingBack.follow();
        indexing.catchUp();
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

    private Taken upload(List<Path> papers) {
        int unmeasured = papers.size() / 3;
        return taken(-unmeasured, papers.size() - unmeasured, i -> {
            Path paper = papers.get(i + unmeasured);
            reports.add(Caller.LOCAL, upload(paper), unit("42/" + kept.size(), i + unmeasured));
        });
    }

    private static Upload upload(Path file) {
        return new Upload(name(file), null, file);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private Taken search() {
        return taken(-QUESTIONS.size() * 5, ROUNDS * QUESTIONS.size(), i -> {
            String words = QUESTIONS.get(Math.floorMod(i, QUESTIONS.size()));
            Question question = new Question(words, Map.of(), null, false, (@Nullable String) null);
            searches.search(Caller.LOCAL, question, new Page(0, 10, null));
        });
    }

    /// All that the page of a report asks for.
    private Taken pages() {
        Random random = new Random(5);
        return taken(0, ROUNDS * 3, i -> {
            ReportId id = kept.get(random.nextInt(kept.size()));
            reports.get(Caller.LOCAL, id);
            reports.extraction(Caller.LOCAL, id, null, true);
            reports.versions(Caller.LOCAL, id);
        });
    }

    /// @param clock     milliseconds each took, the shortest first
    /// @param processor milliseconds of processor of one, of all threads of this JVM
    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
    private record Taken(double[] clock, double processor) {
        double part(double share) {
            return clock[(int) (clock.length * share)];
        }
    }

    /// @param from below 0 for those that are done first and not measured
    private static Taken taken(int from, int to, IntConsumer work) {
        double[] clock = new double[to];
        long processor = 0;
        for (int i = from; i < to; i++) {
            if (i == 0) {
                processor = PROCESSOR.getProcessCpuTime();
            }
            long begun = System.nanoTime();
            work.accept(i);
            if (i >= 0) {
                clock[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        double each = (PROCESSOR.getProcessCpuTime() - processor) / 1e6 / to;
        Arrays.sort(clock);
        return new Taken(clock, each);
    }

    @SuppressWarnings({"SystemOut", "AnnotateFormatMethod"}) // what it is for
    private static void say(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
