package io.mingjian.bench;

import io.mingjian.ingest.Block;
import io.mingjian.ingest.Limits;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.ingest.SourceReader;
import io.mingjian.ingest.Upload;
import io.mingjian.language.HanLpTokenizer;
import io.mingjian.language.Tokenizer;
import io.mingjian.language.Word;
import io.mingjian.metrics.MetricExtractor;
import io.mingjian.metrics.QuantityCounter;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.outline.OutlineFinder;
import io.mingjian.outline.ReportTitle;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.tables.TableAligner;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Lines;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Prose: its quantities, its facts, and as the floor its words. The passages of the corpus are one text of hardly
/// anything but numbers, one in thirteen characters; real reports have far fewer.
@State(Scope.Thread)
@Warmup(iterations = 5, time = 4)
public class MetricsBenchmark {
    /// All passages of the corpus.
    static final String PASSAGES = "passages";
    /// Five real reports, where they are at hand.
    static final String REPORTS = "real reports";

    private static final Path SEEDS = Path.of("../shared/corpus/seeds");

    @Param({PASSAGES})
    public String prose = "";

    private String text = "";

    @SuppressWarnings("NullAway.Init")
    private List<Outline> outlines;

    private final List<List<Span>> tables = new ArrayList<>();
    private Tokenizer tokenizer;
    private MetricExtractor extractor;
    private QuantityCounter quantities;

    @Setup
    public void load() throws IOException {
        ReportModel model = ModelReader.read(ModelFiles.in(Path.of("models/government-information-disclosure")));
        outlines = prose.equals(PASSAGES) ? List.of(passages()) : reports(model);
        TableAligner aligner = new TableAligner(model);
        StringBuilder all = new StringBuilder();
        for (Outline outline : outlines) {
            tables.add(aligner.align(outline).stream().map(StatutoryTable::span).toList());
            append(outline, tables.getLast(), all);
        }
        text = all.toString();
        System.out.println("characters: " + text.length());
        tokenizer = new HanLpTokenizer(model.lexicon());
        extractor = new MetricExtractor(model, tokenizer);
        quantities = new QuantityCounter(model);
    }

    private static Outline passages() throws IOException {
        CanonicalText canonical = CanonicalText.of(Passages.text());
        List<Block> blocks = new ArrayList<>();
        for (Span line : Lines.of(canonical.value(), canonical.span())) {
            blocks.add(new Block.Paragraph(line));
        }
        SourceDocument document = new SourceDocument("", "text/plain", null, "", 0, canonical, blocks, PageMap.NONE);
        return new Outline(document, ReportTitle.UNKNOWN, blocks, List.of());
    }

    private static List<Outline> reports(ReportModel model) throws IOException {
        SourceReader reader = new SourceReader(Limits.DEFAULTS);
        OutlineFinder finder = new OutlineFinder(model);
        try (Stream<Path> files = Files.list(SEEDS)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .map(file -> finder.find(reader.read(new Upload(file.toString(), null, file))))
                    .toList();
        }
    }

    /// What can be measured here.
    static String[] available() {
        return Files.isDirectory(SEEDS) ? new String[] {PASSAGES, REPORTS} : new String[] {PASSAGES};
    }

    /// Appends what is no table.
    private static void append(Outline outline, List<Span> tables, StringBuilder to) {
        Stream.concat(
                        outline.preamble().stream(),
                        outline.sections().stream().flatMap(section -> section.blocks().stream()))
                .filter(block -> block instanceof Block.Paragraph)
                .map(Block::span)
                .filter(span -> tables.stream().noneMatch(span::overlaps))
                .forEach(span -> to.append(outline.text().quote(span)).append('\n'));
    }

    @Benchmark
    public int quantities() {
        return quantities.count(text);
    }

    @Benchmark
    public int facts() {
        int facts = 0;
        for (int i = 0; i < outlines.size(); i++) {
            facts += extractor.extract(outlines.get(i), tables.get(i)).size();
        }
        return facts;
    }

    @Benchmark
    public List<Word> floorWords() {
        return tokenizer.words(text, 0);
    }
}
