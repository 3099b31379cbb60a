package io.mingjian.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Tells by clues which of its labels a thing has. Immutable, safe to share between threads.
///
/// @param labels  at least two, in a fixed order
/// @param weights what each clue speaks for, by clue; a clue that is not in it says nothing
public record Classifier(List<String> labels, Map<String, List<Weight>> weights) {
    public Classifier {
        labels = List.copyOf(labels);
        // in order for who writes them, hashed for who asks
        Map<String, List<Weight>> copy = new LinkedHashMap<>();
        for (Map.Entry<String, List<Weight>> clue : new TreeMap<>(weights).entrySet()) {
            for (Weight weight : clue.getValue()) {
                if (weight.label() < 0 || weight.label() >= labels.size()) {
                    throw new IllegalArgumentException("no label " + weight.label() + " for \"" + clue.getKey() + "\"");
                }
            }
            copy.put(clue.getKey(), List.copyOf(clue.getValue()));
        }
        weights = Collections.unmodifiableMap(copy);
        if (labels.size() < 2) {
            throw new IllegalArgumentException("nothing to tell apart: " + labels);
        }
    }

    /// The most probable label. One that is not possible is none, but keeps its share: what looks most like it
    /// is not for that reason anything else.
    ///
    /// @param clues what was noticed, each once
    public Guess guess(List<String> clues, Predicate<String> possible) {
        double[] shares = shares(clues);
        int best = -1;
        for (int label = 0; label < shares.length; label++) {
            if ((best < 0 || shares[label] > shares[best]) && possible.test(labels.get(label))) {
                best = label;
            }
        }
        if (best < 0) {
            throw new IllegalArgumentException("none of the labels is possible");
        }
        return new Guess(labels.get(best), shares[best]);
    }

    /// The probability of each label.
    private double[] shares(List<String> clues) {
        int[] sums = new int[labels.size()];
        for (String clue : clues) {
            List<Weight> speaking = weights.get(clue);
            if (speaking == null) {
                continue;
            }
            for (Weight weight : speaking) {
                sums[weight.label()] += weight.hundredths();
            }
        }
        double[] shares = new double[sums.length];
        for (int label = 0; label < sums.length; label++) {
            shares[label] = sums[label] / 100.0;
        }
        Softmax.apply(shares);
        return shares;
    }

    /// What speaks most for a label, the strongest first.
    ///
    /// @param limit how many of the clues at most
    public List<String> strongest(List<String> clues, String of, int limit) {
        int label = labels.indexOf(of);
        List<String> speaking = new ArrayList<>(
                clues.stream().filter(clue -> weight(clue, label) > 0).toList());
        speaking.sort(Comparator.comparingInt((String clue) -> -weight(clue, label))
                .thenComparing(Comparator.naturalOrder()));
        return List.copyOf(speaking.subList(0, Math.min(limit, speaking.size())));
    }

    private int weight(String clue, int label) {
        return weights.getOrDefault(clue, List.of()).stream()
                .filter(weight -> weight.label() == label)
                .mapToInt(Weight::hundredths)
                .sum();
    }
}
