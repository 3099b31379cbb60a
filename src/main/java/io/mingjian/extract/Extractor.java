package io.mingjian.extract;

import io.mingjian.checks.Checker;
import io.mingjian.checks.Comparison;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Report;
import io.mingjian.checks.Waiver;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.ingest.SourceReader;
import io.mingjian.ingest.Upload;
import io.mingjian.language.Tokenizer;
import io.mingjian.metrics.Candidate;
import io.mingjian.metrics.CluedNumber;
import io.mingjian.metrics.Fact;
import io.mingjian.metrics.MetricExtractor;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.outline.OutlineFinder;
import io.mingjian.tables.Cell;
import io.mingjian.tables.FormDetector;
import io.mingjian.tables.StatisticsReader;
import io.mingjian.tables.StatisticsTable;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.tables.TableAligner;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// One file through all stages, in order. Safe to share between threads; the same file gives the same extraction.
public final class Extractor {
    private final ReportModel model;
    private final SourceReader reader;
    private final OutlineFinder outlines;
    private final TableAligner aligner;
    private final StatisticsReader statistics;
    private final FormDetector forms;
    private final MetricExtractor metrics;
    private final Checker checker;
    private final Engine engine;
    private final ExtractionWatch watch;

    public Extractor(ReportModel model, SourceReader reader, Tokenizer tokenizer) {
        this(model, reader, tokenizer, ExtractionWatch.NONE);
    }

    public Extractor(ReportModel model, SourceReader reader, Tokenizer tokenizer, ExtractionWatch watch) {
        this.model = model;
        this.reader = reader;
        this.outlines = new OutlineFinder(model);
        this.aligner = new TableAligner(model, reader.limits().shape());
        this.statistics = new StatisticsReader(model, reader.limits().shape());
        this.forms = new FormDetector(model);
        this.metrics = new MetricExtractor(model, tokenizer);
        this.checker = new Checker(model);
        this.engine = Engine.of(model);
        this.watch = watch;
    }

    /// What reads here.
    public Engine engine() {
        return engine;
    }

    /// Reads and extracts one file, on its own.
    ///
    /// @throws io.mingjian.problem.MingjianException where the file cannot be read; a flawed report is no
    ///                                               exception
    public Extraction extract(Upload upload) {
        return extract(upload, Comparison.NONE);
    }

    /// Reads and extracts one file and compares it with other reports.
    ///
    /// @throws io.mingjian.problem.MingjianException where the file cannot be read; a flawed report is no
    ///                                               exception
    public Extraction extract(Upload upload, Comparison comparison) {
        SourceDocument document = at(Stage.READ, () -> reader.read(upload));
        Outline outline = at(Stage.OUTLINE, () -> outlines.find(document));
        ReadingDoubt doubt = ReadingDoubt.of(document);
        List<StatutoryTable> aligned = at(Stage.TABLES, () -> doubt.tables(aligner.align(outline)));
        List<StatisticsTable> listed = at(Stage.TABLES, () -> listed(outline, aligned));
        List<StatutoryTable> tables = aligned.stream()
                .filter(table -> states(table) || !isListed(table, listed))
                .toList();
        List<Fact> facts = at(Stage.METRICS, () -> doubt.facts(facts(outline, tables, listed)));
        Report prose = new Report(outline, tables, apart(facts, listed));
        List<Outcome> outcomes = at(Stage.CHECKS, () -> checker.check(prose, comparison));
        Extraction made = new Extraction(
                model.id(), forms.detect(outline, tables).orElse(null), outline, tables, facts, outcomes);
        watch.made(made);
        return made;
    }

    private <T> T at(Stage stage, Supplier<T> work) {
        long begun = System.nanoTime();
        try {
            return work.get();
        } finally {
            watch.took(stage, System.nanoTime() - begun);
        }
    }

    /// The same extraction held against the rules again: beside other reports, and with what was accepted of it.
    public Extraction recheck(Extraction extraction, Comparison comparison, List<Waiver> waivers) {
        List<StatisticsTable> listed = listed(extraction.outline(), extraction.tables());
        Report prose = new Report(extraction.outline(), extraction.tables(), apart(extraction.facts(), listed));
        List<Outcome> outcomes = Outcome.waive(
                checker.check(prose, comparison), waivers, extraction.outline().title());
        return new Extraction(
                extraction.model(),
                extraction.form(),
                extraction.outline(),
                extraction.tables(),
                extraction.facts(),
                outcomes);
    }

    /// Every number of an extraction's prose, the facts among them, with what accepted or rejected it, and those
    /// of its statistics tables. They are not kept: who asks for them has the prose read again.
    public List<Candidate> candidates(Extraction extraction) {
        List<StatisticsTable> listed = listed(extraction.outline(), extraction.tables());
        return candidates(extraction.outline(), extraction.tables(), listed);
    }

    private List<Candidate> candidates(Outline outline, List<StatutoryTable> tables, List<StatisticsTable> listed) {
        List<Candidate> all = new ArrayList<>(metrics.candidates(outline, spans(tables, listed)));
        all.addAll(StatisticsFacts.of(outline, listed));
        all.sort(Comparator.comparing(Candidate::span));
        return all;
    }

    private List<Fact> facts(Outline outline, List<StatutoryTable> tables, List<StatisticsTable> listed) {
        return candidates(outline, tables, listed).stream()
                .map(Candidate::fact)
                .filter(Objects::nonNull)
                .toList();
    }

    /// The facts of the prose: rules of the prose say nothing of tables, in which the same information counts
    /// once for each channel.
    private static List<Fact> apart(List<Fact> facts, List<StatisticsTable> listed) {
        return facts.stream()
                .filter(fact -> listed.stream().noneMatch(table -> table.span().contains(fact.valueSpan())))
                .toList();
    }

    /// The numbers of an extraction's prose with the clues to what they count: what a second opinion is learnt
    /// from.
    public List<CluedNumber> numbers(Extraction extraction) {
        List<StatisticsTable> listed = listed(extraction.outline(), extraction.tables());
        return metrics.numbers(extraction.outline(), spans(extraction.tables(), listed));
    }

    /// The statistics tables beside the statutory ones; one that states nothing keeps no figures from being read.
    private List<StatisticsTable> listed(Outline outline, List<StatutoryTable> tables) {
        return statistics.read(
                outline, spans(tables.stream().filter(Extractor::states).toList(), List.of()));
    }

    /// Whether any of its cells has a value.
    private static boolean states(StatutoryTable table) {
        return table.cells().stream().anyMatch(Cell.Stated.class::isInstance);
    }

    /// 行政复议数 in a list of indicators is like the head of a statutory table: a table without a value is none where
    /// figures are listed.
    private static boolean isListed(StatutoryTable table, List<StatisticsTable> listed) {
        return listed.stream()
                .anyMatch(other -> !other.figures().isEmpty() && other.span().overlaps(table.span()));
    }

    private static List<Span> spans(List<StatutoryTable> tables, List<StatisticsTable> listed) {
        return Stream.concat(
                        tables.stream().map(StatutoryTable::span),
                        listed.stream().map(StatisticsTable::span))
                .toList();
    }
}
