package io.mingjian.learning;

/// Turns scores into probabilities.
final class Softmax {
    private Softmax() {}

    /// In place. Exact on every machine, which `Math.exp` does not promise.
    static void apply(double[] scores) {
        double highest = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            highest = Math.max(highest, score);
        }
        double sum = 0;
        for (int i = 0; i < scores.length; i++) {
            scores[i] = StrictMath.exp(scores[i] - highest);
            sum += scores[i];
        }
        for (int i = 0; i < scores.length; i++) {
            scores[i] /= sum;
        }
    }
}
