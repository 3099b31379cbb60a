package io.mingjian.evaluation;

import io.mingjian.extract.Extraction;
import io.mingjian.extract.Extractor;
import io.mingjian.learning.Classifier;
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
    /// A metric less probable than that is none. What is held out is claimed nearly alike at 0.5 and at 0.6.
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
    /// @param folds   what it is worth on each file, in order
    public record Learned(SecondOpinion opinion, int numbers, List<Judged> folds) {
        public Learned {
            folds = List.copyOf(folds);
        }
    }

    /// What a second opinion is worth on one file.
    ///
    /// @param without the facts where none is asked
    /// @param unseen  where one is asked that was learnt from the other files
    /// @param seen    where one is asked that was learnt from this file, too
    /// @param claims  facts that the one of the other files added and that were judged, `right` of them rightly
    public record Judged(Rate without, Rate unseen, Rate seen, int claims, int right) {}

    /// Learns from all files, and measures by each in turn what was learnt from the others.
    ///
    /// @param files the material, by file
    public Learned learn(List<Corpus> files) {
        List<List<Example>> examples = files.stream().map(this::examples).toList();
        List<Example> all = examples.stream().flatMap(List::stream).toList();
        Classifier learned = Trainer.train(all);
        List<Judged> folds = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            List<Example> others = new ArrayList<>();
            for (int other = 0; other < files.size(); other++) {
                others.addAll(other == file ? List.of() : examples.get(other));
            }
            folds.add(judge(others, learned, files.get(file)));
        }
        return new Learned(new SecondOpinion(learned, THRESHOLD, heldOut(folds)), all.size(), folds);
    }

    private static HeldOut heldOut(List<Judged> folds) {
        return new HeldOut(
                folds.stream().mapToInt(Judged::claims).sum(),
                folds.stream().mapToInt(Judged::right).sum(),
                f1(folds.stream().map(Judged::without).reduce(Rate.NONE, Rate::plus)),
                f1(folds.stream().map(Judged::unseen).reduce(Rate.NONE, Rate::plus)));
    }

    private Judged judge(List<Example> others, Classifier all, Corpus file) {
        Rate without = score(model, file).facts();
        if (others.stream().map(Example::label).distinct().count() < 2) {
            return new Judged(without, without, without, 0, 0);
        }
        Score unseen = score(asking(Trainer.train(others)), file);
        Score seen = score(asking(all), file);
        List<Score.Trust> added = unseen.trusts().stream()
                .filter(trust -> trust.confidence() == 0)
                .toList();
        int right = (int) added.stream().filter(Score.Trust::right).count();
        return new Judged(without, unseen.facts(), seen.facts(), added.size(), right);
    }

    private ReportModel asking(Classifier classifier) {
        return model.with(new SecondOpinion(classifier, THRESHOLD, UNMEASURED));
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
