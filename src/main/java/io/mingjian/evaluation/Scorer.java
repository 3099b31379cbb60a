package io.mingjian.evaluation;

import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.tables.Cell;
import io.mingjian.wire.ProblemStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Runs an extractor over a corpus and compares what it finds with what is right.
public final class Scorer {
    private final Function<Upload, Extraction> extractor;

    /// @param extractor throws a [MingjianException] where it refuses a file
    public Scorer(Function<Upload, Extraction> extractor) {
        this.extractor = extractor;
    }

    public ScoreSheet score(Corpus corpus) {
        List<Score> scores = new ArrayList<>();
        for (Corpus.Case one : corpus.cases()) {
            scores.add(score(one));
        }
        return new ScoreSheet(scores);
    }

    public Score score(Corpus.Case one) {
        return switch (one) {
            case Corpus.DocumentCase document -> score(one, new Upload(document.name(), null, document.file()));
            case Corpus.PassageCase passage -> score(passage);
        };
    }

    /// An upload is a file, so a passage becomes one for the time of its extraction.
    private Score score(Corpus.PassageCase passage) {
        try {
            Path file = Files.createTempFile("passage", ".txt");
            try {
                Files.writeString(file, passage.text());
                return score(passage, new Upload(passage.name() + ".txt", "text/plain; charset=utf-8", file));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a passage for its extraction", e);
        }
    }

    // A defect of the extractor must cost that document, not the run: here nothing else can answer it.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private Score score(Corpus.Case one, Upload upload) {
        Tally tally = new Tally(one.name());
        long start = System.nanoTime();
        Extraction extraction;
        try {
            extraction = extractor.apply(upload);
        } catch (MingjianException e) {
            refused(one.gold(), e.code(), e.code().code() + " " + e.detail(), tally);
            return tally.score(Duration.ofNanos(System.nanoTime() - start));
        } catch (RuntimeException | StackOverflowError e) {
            e.printStackTrace();
            refused(one.gold(), ProblemCode.INTERNAL_ERROR, e.toString(), tally);
            return tally.score(Duration.ofNanos(System.nanoTime() - start));
        }
        Duration time = Duration.ofNanos(System.nanoTime() - start);
        compare(one, extraction, tally);
        return tally.score(time);
    }

    /// Counts what is right about an extraction of a case.
    static void compare(Corpus.Case one, Extraction extraction, Tally tally) {
        GoldReport gold = one.gold();
        if (gold.expectedStatus() != null) {
            tally.add(Figure.REFUSALS, Figure.REFUSALS_OK, false);
            tally.error("want status " + gold.expectedStatus() + " got 200");
            return;
        }
        FactComparison.count(gold, extraction.document().text(), extraction.facts(), stated(extraction), tally);
        ReportComparison.sections(gold, extraction, tally);
        if (one instanceof Corpus.DocumentCase) {
            ReportComparison.tables(gold, extraction, tally);
            ReportComparison.identity(gold, extraction, tally);
            ReportComparison.findings(gold, extraction, tally);
        }
    }

    private static List<Cell.Stated> stated(Extraction extraction) {
        return extraction.tables().stream()
                .flatMap(table -> table.cells().stream())
                .filter(Cell.Stated.class::isInstance)
                .map(Cell.Stated.class::cast)
                .toList();
    }

    /// Whatever the gold has is missed where the document is refused, unless the refusal is right.
    private static void refused(GoldReport gold, ProblemCode code, String reason, Tally tally) {
        Integer wanted = gold.expectedStatus();
        if (wanted != null) {
            int status = ProblemStatus.of(code);
            tally.add(Figure.REFUSALS, Figure.REFUSALS_OK, status == wanted);
            if (status != wanted) {
                tally.error("want status " + wanted + " got " + status + " " + reason);
            }
            return;
        }
        tally.fail(reason);
        tally.add(Figure.FN, gold.facts().size());
        tally.add(Figure.CELLS, gold.cells().size());
        tally.add(Figure.NONZERO, (int)
                gold.cells().stream().filter(GoldReport.GoldCell::isNonZero).count());
        tally.add(Figure.SECTIONS, gold.sections().size());
        gold.facts().forEach(fact -> tally.lenient(fact.metric(), new Rate(0, 0, 1)));
    }
}
