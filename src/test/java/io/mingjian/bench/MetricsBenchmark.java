package io.mingjian.bench;

import io.mingjian.ingest.Block;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.language.HanLpTokenizer;
import io.mingjian.language.Tokenizer;
import io.mingjian.language.Word;
import io.mingjian.metrics.Fact;
import io.mingjian.metrics.MetricExtractor;
import io.mingjian.metrics.QuantityCounter;
import io.mingjian.model.ModelFiles;
import io.mingjian.model.ModelReader;
import io.mingjian.model.Node;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.outline.ReportTitle;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Lines;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// The passages of the corpus as one text of prose: its quantities, its facts, and as the floor its words.
@State(Scope.Thread)
public class MetricsBenchmark {
    private String text = "";

    @SuppressWarnings("NullAway.Init")
    private Outline outline;

    private Tokenizer tokenizer;
    private MetricExtractor extractor;
    private QuantityCounter quantities;

    @Setup
    public void load() throws IOException {
        ReportModel model = ModelReader.read(ModelFiles.in(Path.of("models/government-information-disclosure")));
        StringBuilder passages = new StringBuilder();
        for (String line : Files.readAllLines(Path.of("corpus/passages.jsonl"))) {
            passages.append(Node.parse("passages", line).get("text").text()).append('\n');
        }
        text = passages.toString();
        System.out.println("characters: " + text.length());
        CanonicalText canonical = CanonicalText.of(text);
        List<Block> blocks = new ArrayList<>();
        for (Span line : Lines.of(canonical.value(), canonical.span())) {
            blocks.add(new Block.Paragraph(line));
        }
        SourceDocument document = new SourceDocument("", "text/plain", null, "", 0, canonical, blocks, PageMap.NONE);
        outline = new Outline(document, ReportTitle.UNKNOWN, blocks, List.of());
        tokenizer = new HanLpTokenizer(model.lexicon());
        extractor = new MetricExtractor(model, tokenizer);
        quantities = new QuantityCounter(model);
    }

    @Benchmark
    public int quantities() {
        return quantities.count(text);
    }

    @Benchmark
    public List<Fact> facts() {
        return extractor.extract(outline, List.of());
    }

    @Benchmark
    public List<Word> floorWords() {
        return tokenizer.words(text, 0);
    }
}
