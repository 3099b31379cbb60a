package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.checks.Finding;
import io.mingjian.evaluation.Corpus;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Block;
import io.mingjian.ingest.Upload;
import io.mingjian.metrics.Fact;
import io.mingjian.outline.Outline;
import io.mingjian.outline.Section;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.tables.Cell;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import io.mingjian.wire.StageView;
import io.mingjian.wire.StageView.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/// What holds for every extraction, whatever the document: places in order, inside, quoting back; same in, same
/// out.
class ExtractionContractTest {
    /// The same texts in every run, so that a red build is red again; `-Dtest.seed=…` tries another.
    private static final long FIRST_SEED = 20_261;

    private static final int QUICK = 200;
    private static final int LONG = 5_000;

    /// How many padded texts are quickly read.
    private static final int PADDED = 40;
    /// How many characters of passages make a text to be padded.
    private static final int HEAP = 3_000;

    @TestFactory
    Stream<DynamicTest> holdsOnEveryCorpusText() throws IOException {
        return Corpus.read(List.of(Path.of("corpus/documents"), Path.of("corpus/passages.jsonl"))).cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> holdsOn(one)));
    }

    @TestFactory
    Stream<DynamicTest> holdsOnTheSharedSeedsWhereTheyAre() throws IOException {
        Path seeds = Path.of("../shared/corpus/seeds");
        List<Path> present = Files.isDirectory(seeds) ? List.of(seeds) : List.of();
        return Corpus.read(present).cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.name(), () -> holdsOn(one)));
    }

    @TestFactory
    Stream<DynamicTest> holdsOnRandomText() {
        return random(QUICK);
    }

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> holdsOnMuchRandomText() {
        return random(LONG);
    }

    private static Stream<DynamicTest> random(int count) {
        Long seed = Long.getLong("test.seed");
        long first = seed == null ? FIRST_SEED : seed;
        return LongStream.range(first, first + (seed == null ? count : 1))
                .mapToObj(one -> DynamicTest.dynamicTest("-Dtest.seed=" + one, () -> holdsOn(RandomReports.text(one))));
    }

    @TestFactory
    Stream<DynamicTest> holdsOnPaddedText() throws IOException {
        return padded(PADDED);
    }

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> holdsOnMuchPaddedText() throws IOException {
        return padded(50 * PADDED);
    }

    /// Whole documents and heaps of passages as a careless layout would print them.
    private static Stream<DynamicTest> padded(int count) throws IOException {
        List<String> texts = wholeTexts();
        Long seed = Long.getLong("test.seed");
        long first = seed == null ? FIRST_SEED : seed;
        return LongStream.range(first, first + (seed == null ? count : 1))
                .mapToObj(one -> DynamicTest.dynamicTest(
                        "-Dtest.seed=" + one,
                        () -> readsPadded(PaddedText.of(texts.get((int) (one % texts.size())), one))));
    }

    /// Whatever the layout; more ends of pages than we take are a refusal.
    private static void readsPadded(String text) {
        try {
            holds(Cores.extract(text), Cores.extract(text));
        } catch (MingjianException refusal) {
            assertThat(refusal.code()).isNotEqualTo(ProblemCode.INTERNAL_ERROR);
        }
    }

    private static List<String> wholeTexts() throws IOException {
        List<String> texts = new ArrayList<>();
        StringBuilder heap = new StringBuilder();
        for (Corpus.Case one : Corpus.read(List.of(Path.of("corpus/documents"), Path.of("corpus/passages-7.jsonl")))
                .cases()) {
            switch (one) {
                case Corpus.PassageCase passage -> heap.append(passage.text()).append('\n');
                case Corpus.DocumentCase document -> {
                    if (document.name().endsWith(".txt")) {
                        texts.add(new String(Files.readAllBytes(document.file()), StandardCharsets.UTF_8));
                    }
                }
            }
        }
        for (int start = 0; start < heap.length(); start += HEAP) {
            texts.add(heap.substring(start, Math.min(heap.length(), start + HEAP)));
        }
        return texts;
    }

    private static void holdsOn(Corpus.Case one) {
        switch (one) {
            case Corpus.PassageCase passage -> holdsOn(passage.text());
            case Corpus.DocumentCase document -> {
                Upload upload = new Upload(document.name(), null, document.file());
                try {
                    holds(Cores.EXTRACTOR.extract(upload), Cores.EXTRACTOR.extract(upload));
                } catch (MingjianException refusal) {
                    assertThat(document.gold().expectedStatus())
                            .as("refused: %s", refusal.getMessage())
                            .isNotNull();
                }
            }
        }
    }

    private static void holdsOn(String text) {
        try {
            holds(Cores.extract(text), Cores.extract(text));
        } catch (MingjianException refusal) {
            assertThat(Folding.squash(text)).as("only a blank text is refused").isEmpty();
        }
    }

    private static void holds(Extraction extraction, Extraction again) {
        assertThat(views(again)).isEqualTo(views(extraction));
        CanonicalText text = extraction.document().text();
        blocks(extraction.document().blocks(), text.span());
        outline(extraction.outline());
        extraction.tables().forEach(table -> table(table, text));
        facts(extraction);
        for (Finding finding : extraction.findings()) {
            assertThat(finding.spans()).allMatch(text.span()::contains);
        }
    }

    private static String views(Extraction extraction) {
        return Arrays.stream(Stage.values())
                .map(stage -> StageView.of(stage, extraction))
                .collect(Collectors.joining("\n"));
    }

    private static void blocks(List<Block> blocks, Span whole) {
        inOrder(blocks.stream().map(Block::span).toList(), whole);
        for (Block block : blocks) {
            if (block instanceof Block.Grid grid) {
                inOrder(grid.cells().stream().map(Block.GridCell::span).toList(), grid.span());
            }
        }
    }

    private static void outline(Outline outline) {
        sections(outline.sections(), outline.text().span());
        List<Block> owned = new ArrayList<>(outline.preamble());
        outline.sections().forEach(section -> owned.addAll(section.blocks()));
        assertThat(owned).as("no block belongs to two sections").doesNotHaveDuplicates();
        inOrder(owned.stream().map(Block::span).toList(), outline.text().span());
        Span title = outline.title().span();
        assertThat(title == null || outline.text().span().contains(title)).isTrue();
    }

    private static void sections(List<Section> sections, Span parent) {
        inOrder(sections.stream().map(Section::span).toList(), parent);
        for (Section section : sections) {
            assertThat(section.span().contains(section.headingSpan()))
                    .as("%s holds its heading", section.heading())
                    .isTrue();
            assertThat(section.blocks()).allMatch(block -> section.span().contains(block.span()));
            sections(section.children(), section.span());
        }
    }

    private static void table(StatutoryTable table, CanonicalText text) {
        assertThat(text.span().contains(table.span())).isTrue();
        assertThat(table.cells().stream().map(Cell::key)).doesNotHaveDuplicates();
        for (Cell cell : table.cells()) {
            switch (cell) {
                case Cell.Stated stated -> {
                    within(stated.span(), table);
                    assertThat(text.isBlank(stated.span())).isFalse();
                    assertThat(stated.confidence()).isBetween(0.0, 1.0);
                }
                case Cell.Blank blank -> {
                    within(blank.span(), table);
                    assertThat(text.isBlank(blank.span())).isTrue();
                }
                case Cell.NotApplicable none -> within(none.span(), table);
                case Cell.Illegible illegible -> within(illegible.span(), table);
                case Cell.Absent ignored -> {}
            }
        }
    }

    private static void within(Span span, StatutoryTable table) {
        assertThat(table.span().contains(span))
                .as("%s of table %s %s", span, table.id(), table.span())
                .isTrue();
    }

    private static void facts(Extraction extraction) {
        Span whole = extraction.document().text().span();
        Span previous = new Span(0, 0);
        for (Fact fact : extraction.facts()) {
            assertThat(whole.contains(fact.span())).isTrue();
            assertThat(fact.span().contains(fact.valueSpan()))
                    .as("the quote of %s includes its number", fact.metric())
                    .isTrue();
            assertThat(fact.valueSpan().start())
                    .as("in the order of their numbers")
                    .isGreaterThanOrEqualTo(previous.start());
            assertThat(fact.confidence()).isBetween(0.0, 1.0);
            assertThat(extraction.tables()).noneMatch(table -> table.span().contains(fact.valueSpan()));
            previous = fact.valueSpan();
        }
    }

    /// Each ends before the next begins, all within the whole.
    private static void inOrder(List<Span> spans, Span whole) {
        int end = whole.start();
        for (Span span : spans) {
            assertThat(span.start()).as("%s after %d", span, end).isGreaterThanOrEqualTo(end);
            end = span.end();
        }
        assertThat(end).isLessThanOrEqualTo(whole.end());
    }
}
