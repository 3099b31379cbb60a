package io.mingjian.evaluation;

import io.mingjian.extract.Extraction;
import io.mingjian.extract.Extractor;
import io.mingjian.ingest.Upload;
import io.mingjian.metrics.Candidate;
import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.Fact;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// Measures how often facts are right, by what accepted them: the confidences of the model.
public final class Calibration {
    /// More than there are reasons, so that each has a mark between 0 and 1.
    private static final double MARKS = 64;

    private Calibration() {}

    /// What was measured.
    ///
    /// @param claims  facts that were judged
    /// @param right   those of them that were right
    /// @param reasons share of right ones by the reason's name, drawn a little towards one half: (right + 1) /
    ///                (n + 2)
    public record Measured(int claims, int right, SortedMap<String, BigDecimal> reasons) {}

    /// Runs the extractor over the corpus and counts.
    public static Measured measure(Extractor extractor, Corpus corpus) {
        ScoreSheet sheet = new Scorer(upload -> marked(extractor, upload)).score(corpus);
        List<Score.Trust> trusts = sheet.total().trusts();
        SortedMap<String, BigDecimal> reasons = new TreeMap<>();
        for (Reason reason : Reason.values()) {
            List<Score.Trust> of = trusts.stream()
                    .filter(trust -> trust.confidence() == mark(reason))
                    .toList();
            // what was learnt from this material cannot be measured on it: Training holds a part of it back
            if (reason.accepts() && reason != Reason.LEARNED) {
                long right = of.stream().filter(Score.Trust::right).count();
                BigDecimal share =
                        BigDecimal.valueOf((right + 1.0) / (of.size() + 2)).setScale(3, RoundingMode.HALF_UP);
                reasons.put(reason.name().toLowerCase(Locale.ROOT), share);
            }
        }
        int right = (int) trusts.stream().filter(Score.Trust::right).count();
        return new Measured(trusts.size(), right, reasons);
    }

    private static Extraction marked(Extractor extractor, Upload upload) {
        return marked(extractor, upload, Calibration::mark);
    }

    /// An extraction whose facts carry, in place of a confidence, the mark of what accepted them.
    static Extraction marked(Extractor extractor, Upload upload, ToDoubleFunction<Reason> mark) {
        Extraction extraction = extractor.extract(upload);
        List<Fact> facts = new ArrayList<>();
        for (Candidate candidate : extractor.candidates(extraction)) {
            Fact fact = candidate.fact();
            if (fact != null) {
                facts.add(fact.with(mark.applyAsDouble(candidate.reason())));
            }
        }
        return new Extraction(
                extraction.model(),
                extraction.form(),
                extraction.outline(),
                extraction.tables(),
                facts,
                extraction.outcomes());
    }

    private static double mark(Reason reason) {
        return (List.of(Reason.values()).indexOf(reason) + 1) / MARKS;
    }
}
