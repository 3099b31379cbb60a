package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.text.Folding;
import io.mingjian.text.Similarity;
import java.util.List;
import java.util.stream.Stream;

/// A label's wordings as they are compared: squashed, with and without their number, alone and behind their group.
record Wording(List<String> bare, List<String> whole) {
    /// Less alike than this is as good as nothing; nobody asks for less.
    private static final double LEAST = 0.4;

    static Wording of(Label label) {
        List<String> wordings = label.wordings().stream().map(Folding::squash).toList();
        String group = Folding.squash(label.group());
        Stream<String> grouped =
                group.isEmpty() ? Stream.empty() : wordings.stream().map(wording -> group + wording);
        return new Wording(
                wordings.stream().map(PieceReader::bare).toList(),
                Stream.concat(wordings.stream(), grouped).toList());
    }

    /// A wording that stands for itself.
    static Wording squashed(String wording) {
        String squashed = Folding.squash(wording);
        return new Wording(List.of(PieceReader.bare(squashed)), List.of(squashed));
    }

    /// How well words without their number fit, 0..1.
    double fitsBare(String words) {
        return best(words, bare);
    }

    /// How well all words of a row fit, 0..1.
    double fitsWhole(String words) {
        return best(words, whole);
    }

    private static double best(String words, List<String> wordings) {
        double best = 0;
        for (String wording : wordings) {
            best = Math.max(best, Similarity.of(words, wording, Math.max(best, LEAST)));
        }
        return best;
    }
}
