package io.mingjian.evaluation;

import io.mingjian.extract.Extraction;
import io.mingjian.extract.Extractor;
import io.mingjian.learning.Example;
import io.mingjian.learning.Trainer;
import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.model.ReportModel;
import io.mingjian.model.SecondOpinion;
import io.mingjian.model.SecondOpinion.HeldOut;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Learns a second opinion from annotated material and measures what it is worth.
///
/// It is learnt from all numbers of the prose, those that the wordings of the model explain among them, and
/// asked about the others only: where the two disagree, it is the wording that is right more often. The context
/// of a number is what the wordings alone make of it.
public final class Training {
    /// A metric less probable than that is none. At 0.5 hardly more is found, and twice as much of it is wrong.
    private static final BigDecimal THRESHOLD = new BigDecimal("0.6");

    private static final HeldOut UNMEASURED = new HeldOut(0, 0, BigDecimal.ZERO, BigDecimal.ZERO);

    private final ReportModel model;
    private final Function<ReportModel, Extractor> extractors;

    /// Training for a model, whatever second opinion it has.
    ///
    /// @param extractors makes an extractor for a model
    public Training(ReportModel model, Function<ReportModel, Extractor> extractors) {
        this.model = model.with(null);
        this.extractors = extractors;
    }

    /// A second opinion, and from how much it was learnt.
    ///
    /// @param opinion what to write into the model
    /// @param numbers how many numbers it was learnt from
    public record Learned(SecondOpinion opinion, int numbers) {}

    /// Learns from all files, and measures by each in turn what was learnt from the others.
    ///
    /// @param files the material, by file
    public Learned learn(List<Corpus> files) {
        List<List<Example>> examples = files.stream().map(this::examples).toList();
        Rate without = Rate.NONE;
        Rate with = Rate.NONE;
        int claims = 0;
        int right = 0;
        for (int file = 0; file < files.size(); file++) {
            List<Example> others = new ArrayList<>();
            for (int other = 0; other < files.size(); other++) {
                others.addAll(other == file ? List.of() : examples.get(other));
            }
            Judged judged = judge(others, files.get(file));
            without = without.plus(judged.without());
            with = with.plus(judged.with());
            claims += judged.claims();
            right += judged.right();
        }
        HeldOut heldOut = new HeldOut(claims, right, f1(without), f1(with));
        List<Example> all = examples.stream().flatMap(List::stream).toList();
        return new Learned(new SecondOpinion(Trainer.train(all), THRESHOLD, heldOut), all.size());
    }

    /// @param claims facts that were added and judged, `right` of them rightly
    private record Judged(Rate without, Rate with, int claims, int right) {}

    private Judged judge(List<Example> learnt, Corpus heldOut) {
        Rate without = score(model, heldOut).facts();
        if (learnt.stream().map(Example::label).distinct().count() < 2) {
            return new Judged(without, without, 0, 0);
        }
        SecondOpinion opinion = new SecondOpinion(Trainer.train(learnt), THRESHOLD, UNMEASURED);
        Score with = score(model.with(opinion), heldOut);
        List<Score.Trust> added =
                with.trusts().stream().filter(trust -> trust.confidence() == 0).toList();
        int right = (int) added.stream().filter(Score.Trust::right).count();
        return new Judged(without, with.facts(), added.size(), right);
    }

    /// The facts that a second opinion added are marked by a confidence of zero.
    private Score score(ReportModel judged, Corpus corpus) {
        Extractor extractor = extractors.apply(judged);
        return new Scorer(upload -> Calibration.marked(extractor, upload, reason -> reason == Reason.LEARNED ? 0 : 1))
                .score(corpus)
                .total();
    }

    private List<Example> examples(Corpus corpus) {
        Extractor extractor = extractors.apply(model);
        List<Example> examples = new ArrayList<>();
        for (Corpus.Case one : corpus.cases()) {
            new Scorer(upload -> {
                        Extraction extraction = extractor.extract(upload);
                        NumberLabels labels =
                                new NumberLabels(extraction.document().text(), one.gold(), extraction.facts());
                        extractor.numbers(extraction).forEach(number -> examples.add(labels.of(number)));
                        return extraction;
                    })
                    .score(one);
        }
        return examples;
    }

    private static BigDecimal f1(Rate rate) {
        return BigDecimal.valueOf(rate.f1()).setScale(4, RoundingMode.HALF_UP);
    }
}
