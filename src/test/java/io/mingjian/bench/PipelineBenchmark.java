package io.mingjian.bench;

import io.mingjian.checks.Checker;
import io.mingjian.checks.Comparison;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Report;
import io.mingjian.extract.Extraction;
import io.mingjian.extract.Extractor;
import io.mingjian.index.IndexedReport;
import io.mingjian.index.lucene.BareIndex;
import io.mingjian.index.lucene.LuceneReportIndex;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.ingest.Limits;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.ingest.SourceReader;
import io.mingjian.ingest.Upload;
import io.mingjian.language.HanLpTokenizer;
import io.mingjian.language.Tokenizer;
import io.mingjian.metrics.Fact;
import io.mingjian.metrics.MetricExtractor;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.outline.OutlineFinder;
import io.mingjian.store.ReportId;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.tables.TableAligner;
import io.mingjian.text.Span;
import io.mingjian.wire.ExtractionDecoder;
import io.mingjian.wire.ExtractionJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.tika.exception.TikaException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.xml.sax.SAXException;

/// One file from its bytes into the index, all at once and stage by stage, beside what nobody can do without: Tika
/// makes text of it, HanLP cuts that into words, Lucene indexes it with the same analyzers.
///
/// A minute goes before each measurement: so much code is not compiled to the end sooner.
@State(Scope.Thread)
@Warmup(iterations = 6, time = 10)
public class PipelineBenchmark {
    /// All passages of the corpus ten times over: 240 000 characters, one in thirteen of them the start of a
    /// number.
    static final String PATHOLOGICAL = "pathological.txt";

    private static final int TIMES = 10;

    @Param({"t14_slj2023_docx.docx", "t16_ybj2024_pdf.pdf", "t01_wjw2023_cells.txt", PATHOLOGICAL})
    public String file = "";

    private final SourceReader reader = new SourceReader(Limits.DEFAULTS);
    private final BareTika tika = new BareTika();
    private Upload upload;
    private SearchLanguage language;
    private Tokenizer tokenizer;
    private Extractor extractor;
    private OutlineFinder outlines;
    private TableAligner aligner;
    private MetricExtractor metrics;
    private Checker checker;
    private LuceneReportIndex index;
    private BareIndex bare;
    private long sequence;

    private SourceDocument document;

    @SuppressWarnings("NullAway.Init")
    private Outline outline;

    private List<StatutoryTable> tables;
    private List<Span> spans;

    @SuppressWarnings("NullAway.Init")
    private Report report;

    @SuppressWarnings("NullAway.Init")
    private Extraction extraction;

    @Setup
    public void load() throws IOException {
        upload = upload();
        ModelFiles files = ModelFiles.in(Path.of("models/government-information-disclosure"));
        ReportModel model = ModelReader.read(files);
        language = SearchLanguage.read(files);
        tokenizer = new HanLpTokenizer(model.lexicon());
        extractor = new Extractor(model, reader, tokenizer);
        outlines = new OutlineFinder(model);
        aligner = new TableAligner(model);
        metrics = new MetricExtractor(model, tokenizer);
        checker = new Checker(model);
        index = LuceneReportIndex.inMemory(language);
        bare = new BareIndex();
        document = reader.read(upload);
        outline = outlines.find(document);
        tables = aligner.align(outline);
        spans = tables.stream().map(StatutoryTable::span).toList();
        report = new Report(outline, tables, metrics.extract(outline, spans));
        extraction = extractor.extract(upload);
    }

    private Upload upload() throws IOException {
        if (!file.equals(PATHOLOGICAL)) {
            return new Upload(file, null, Path.of("corpus/documents", file));
        }
        Path made = Files.createTempDirectory("pathological").resolve(file);
        Files.writeString(made, Passages.text().repeat(TIMES));
        return new Upload(file, null, made);
    }

    @TearDown
    public void end() throws IOException {
        index.close();
        bare.close();
    }

    @Benchmark
    public void whole() {
        put(extractor.extract(upload));
    }

    @Benchmark
    public int floor() throws IOException, SAXException, TikaException {
        String text = tika.text(upload);
        int words = tokenizer.words(text, 0).size();
        bare.put(text);
        return words;
    }

    @Benchmark
    public SourceDocument read() {
        return reader.read(upload);
    }

    @Benchmark
    public Outline outline() {
        return outlines.find(document);
    }

    @Benchmark
    public List<StatutoryTable> tables() {
        return aligner.align(outline);
    }

    @Benchmark
    public List<Fact> metrics() {
        return metrics.extract(outline, spans);
    }

    @Benchmark
    public List<Outcome> checks() {
        return checker.check(report, Comparison.NONE);
    }

    @Benchmark
    public void index() {
        put(extraction);
    }

    private void put(Extraction made) {
        ReportId id = ReportId.ofContent(made.document().sha256());
        String text = made.document().text().value();
        IndexedReport indexed = ExtractionDecoder.decode(language, id, ExtractionJson.of(made, false, null), text);
        index.put(++sequence, indexed);
    }
}
