package io.mingjian.index.lucene;

import io.mingjian.extract.Extraction;
import io.mingjian.extract.Extractor;
import io.mingjian.generation.PaperWriter;
import io.mingjian.generation.ReportGenerator;
import io.mingjian.index.IndexChange;
import io.mingjian.index.IndexedReport;
import io.mingjian.index.IndexedReport.Profile;
import io.mingjian.index.SearchRequest;
import io.mingjian.index.SearchRequest.Counts;
import io.mingjian.index.SearchRequest.Order;
import io.mingjian.index.SearchRequest.Page;
import io.mingjian.index.query.Facet;
import io.mingjian.index.query.QueryParser;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.index.query.SearchQuery;
import io.mingjian.ingest.Limits;
import io.mingjian.ingest.SourceReader;
import io.mingjian.ingest.Upload;
import io.mingjian.language.HanLpTokenizer;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.wire.ExtractionDecoder;
import io.mingjian.wire.ExtractionJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.facet.FacetsCollector;
import org.apache.lucene.facet.FacetsCollectorManager;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.FSDirectory;

/// How fast the index takes in and answers, beside a bare loop over Lucene with the same analyzers and fields,
/// in one run:
///
/// ```sh
/// java -cp $(test class path) io.mingjian.index.lucene.SearchBench FOLDER 200000
/// ```
///
/// The reports are generated ones, varied in their figures and units until there are as many sections as asked
/// for.
final class SearchBench {
    private static final int BASE = 300;
    private static final int STEP = 200;
    private static final int SAMPLE = 2000;
    private static final int ROUNDS = 60;

    private final SearchLanguage language =
            SearchLanguage.read(ModelFiles.bundled("government-information-disclosure"));
    private final Analyzer words = new ReportAnalyzer(ReportAnalyzer.Reading.WORDS);
    private final Analyzer analyzer = LuceneReportIndex.analyzer(words);
    private final QueryBuilder queries = new QueryBuilder(words);
    private final List<IndexedReport> base;
    private final Path folder;

    private SearchBench(Path folder) throws IOException {
        this.folder = folder;
        this.base = base(folder.resolve("papers"));
    }

    @SuppressWarnings("SystemOut") // what it is for
    public static void main(String[] arguments) throws IOException {
        SearchBench bench = new SearchBench(Path.of(arguments[0]));
        int sections = Integer.parseInt(arguments[1]);
        int reports = (int) (sections / bench.sectionsEach());
        bench.indexing(Math.min(reports, SAMPLE)).forEach(System.out::println);
        bench.searching(reports).forEach(System.out::println);
    }

    private double sectionsEach() {
        return base.stream()
                .mapToInt(report -> report.sections().size())
                .average()
                .orElseThrow();
    }

    private List<IndexedReport> base(Path papers) throws IOException {
        ReportModel model = ModelReader.read(ModelFiles.bundled("government-information-disclosure"));
        if (!Files.isDirectory(papers)) {
            new ReportGenerator(model, 5, 0.1, List.of(PaperWriter.HTML)).write(BASE, papers);
        }
        Extractor extractor =
                new Extractor(model, new SourceReader(Limits.DEFAULTS), new HanLpTokenizer(model.lexicon()));
        try (Stream<Path> files = Files.list(papers)) {
            return files.filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .map(file -> indexed(extractor.extract(new Upload(file.toString(), null, file))))
                    .toList();
        }
    }

    private IndexedReport indexed(Extraction extraction) {
        String text = extraction.document().text().value();
        ReportId id = ReportId.ofContent(extraction.document().sha256());
        return ExtractionDecoder.decode(language, id, ExtractionJson.of(extraction, false, null), text);
    }

    /// A report like one of the generated ones, with other figures and another unit.
    private IndexedReport report(int number) {
        Random random = new Random(number);
        IndexedReport like = base.get(number % base.size());
        StringBuilder text = new StringBuilder(like.text());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '1' && c <= '9' && random.nextInt(3) == 0) {
                text.setCharAt(i, (char) ('1' + random.nextInt(9)));
            }
        }
        Profile profile = like.profile();
        Map<String, BigDecimal> numbers = new HashMap<>();
        like.numbers().forEach((id, value) -> numbers.put(id, value.add(BigDecimal.valueOf(random.nextInt(20)))));
        int unit = number / 6;
        return new IndexedReport(
                new ReportId(String.format(Locale.ROOT, "%032x", number + 1)),
                new Profile(
                        profile.title(),
                        profile.organization() + unit % 5000,
                        "第" + unit % 100 + "县",
                        profile.level(),
                        2008 + number % 17,
                        profile.form()),
                text.toString(),
                like.sections(),
                like.pages(),
                numbers,
                like.rules());
    }

    private List<IndexedReport> reports(int from, int to) {
        List<IndexedReport> made = new ArrayList<>();
        for (int i = from; i < to; i++) {
            made.add(report(i));
        }
        return made;
    }

    private List<String> indexing(int count) throws IOException {
        List<IndexedReport> all = reports(0, count);
        List<String> lines = new ArrayList<>(
                List.of("| threads | ours, reports/s | bare loop | ratio |", "| ---: | ---: | ---: | ---: |"));
        ours(all.subList(0, count / 4), 2);
        for (int threads : new int[] {1, 2}) {
            double ours = 0;
            double bare = 0;
            for (int round = 0; round < 2; round++) {
                ours = Math.max(ours, ours(all, threads));
                bare = Math.max(bare, bare(all, threads));
            }
            lines.add(String.format(Locale.ROOT, "| %d | %.0f | %.0f | %.2f |", threads, ours, bare, bare / ours));
        }
        return lines;
    }

    private double ours(List<IndexedReport> reports, int threads) throws IOException {
        Path place = Files.createTempDirectory(folder, "ours");
        long begun = System.nanoTime();
        try (LuceneReportIndex index = LuceneReportIndex.open(place, language, threads)) {
            apply(index, 0, reports);
            index.commit();
        }
        return reports.size() * 1e9 / (System.nanoTime() - begun);
    }

    private static void apply(LuceneReportIndex index, int first, List<IndexedReport> reports) {
        for (int from = 0; from < reports.size(); from += STEP) {
            List<IndexChange> changes = new ArrayList<>();
            for (int i = from; i < Math.min(reports.size(), from + STEP); i++) {
                changes.add(new IndexChange.Put(first + i + 1L, reports.get(i)));
            }
            index.apply(changes);
        }
    }

    /// What nobody can do without: the documents, one block after the other, from so many threads.
    private double bare(List<IndexedReport> reports, int threads) throws IOException {
        Path place = Files.createTempDirectory(folder, "bare");
        long begun = System.nanoTime();
        try (FSDirectory directory = FSDirectory.open(place);
                ForkJoinPool pool = new ForkJoinPool(threads);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
            pool.submit(() -> reports.parallelStream().forEach(report -> add(writer, report)))
                    .join();
            writer.commit();
        }
        return reports.size() * 1e9 / (System.nanoTime() - begun);
    }

    private static void add(IndexWriter writer, IndexedReport report) {
        try {
            writer.addDocuments(ReportDocuments.of(report));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A class of tasks: queries, and what is wanted beside the hits.
    private record Task(String name, List<String> queries, Counts counts, int hits) {}

    private static final List<Task> TASKS = List.of(
            new Task("one character", List.of("镇", "诉", "栏", "会"), Counts.NONE, 1),
            new Task("frequent word", List.of("公开", "信息", "申请", "工作"), Counts.NONE, 1),
            new Task("domain phrase", List.of("依申请公开", "政府信息公开申请", "\"上年结转\"", "微信公众号"), Counts.NONE, 1),
            new Task("AND of three", List.of("微信 申请 复议", "网站 培训 诉讼", "公开 信息 微博"), Counts.NONE, 1),
            new Task("range only", List.of("新收申请>=10", "年份:2015..2018", "不予公开>5 年份>=2020"), Counts.NONE, 1),
            new Task("facets", List.of("公开", "微信", "年份>=2015"), Counts.FACETS, 1),
            new Task("highlight 10", List.of("微信公众号", "信息公开", "申请"), Counts.NONE, 10),
            new Task("grouped, page 3", List.of("政府网站", "信息 培训", "公开"), Counts.NONE, 30));

    private List<String> searching(int reports) throws IOException {
        Path place = folder.resolve("index-" + reports);
        List<String> lines = new ArrayList<>();
        try (LuceneReportIndex index = LuceneReportIndex.open(place, language, 2)) {
            long characters = 0;
            for (int from = 0; from < reports; from += STEP) {
                List<IndexedReport> some = reports(from, Math.min(reports, from + STEP));
                characters +=
                        some.stream().mapToLong(one -> one.text().length()).sum();
                if (index.sequence() < reports) {
                    apply(index, from, some);
                }
            }
            index.commit();
            index.refresh();
            lines.add(String.format(
                    Locale.ROOT,
                    "%d reports, %.0f million characters, %.2f bytes of index a character",
                    reports,
                    characters / 1e6,
                    (double) size(place) / characters));
            lines.add("| task | p50 ms | p99 ms | bare p50 ms | ratio |");
            lines.add("| --- | ---: | ---: | ---: | ---: |");
            try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(place))) {
                IndexSearcher searcher = new IndexSearcher(reader);
                for (Task task : TASKS) {
                    lines.add(line(task, index, searcher));
                }
            }
        }
        return lines;
    }

    private String line(Task task, LuceneReportIndex index, IndexSearcher searcher) throws IOException {
        double[] ours = new double[ROUNDS];
        double[] bare = new double[ROUNDS];
        for (int round = -ROUNDS / 2; round < ROUNDS; round++) {
            String query =
                    task.queries().get(Math.floorMod(round, task.queries().size()));
            SearchQuery asked = QueryParser.parse(language, query);
            long begun = System.nanoTime();
            index.search(
                    Scope.ALL,
                    new SearchRequest(asked, Map.of(), Order.RELEVANCE, new Page(0, task.hits(), null), task.counts()));
            long between = System.nanoTime();
            bare(searcher, asked, task);
            long end = System.nanoTime();
            if (round >= 0) {
                ours[round] = (between - begun) / 1e6;
                bare[round] = (end - between) / 1e6;
            }
        }
        Arrays.sort(ours);
        Arrays.sort(bare);
        return String.format(
                Locale.ROOT,
                "| %s | %.1f | %.1f | %.1f | %.2f |",
                task.name(),
                ours[ROUNDS / 2],
                ours[ROUNDS - 1],
                bare[ROUNDS / 2],
                ours[ROUNDS / 2] / bare[ROUNDS / 2]);
    }

    /// The calls of Lucene that give the same answer: hits in a stable order with an exact total and their best
    /// sections, the values of facets counted.
    private void bare(IndexSearcher searcher, SearchQuery asked, Task task) throws IOException {
        Query query = queries.onlyReports(asked);
        Sort order = Cursor.sort(Order.RELEVANCE);
        ScoreDoc[] found = searcher.search(
                        query, new TopFieldCollectorManager(order, task.hits(), null, Integer.MAX_VALUE))
                .scoreDocs;
        Query shown = SearchQuery.texts(asked).isEmpty() ? new MatchNoDocsQuery("no text") : queries.shown(asked);
        new HitReader(searcher, analyzer).read(found, shown);
        if (!task.counts().facets().isEmpty()) {
            FacetsCollector collected = searcher.search(query, new FacetsCollectorManager());
            for (Facet facet : Facet.values()) {
                FacetCounter.count(Fields.of(facet), collected);
            }
        }
    }

    private static long size(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
