package io.mingjian.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;

/// Learns a [Classifier] from examples. The same examples in the same order give the same one. One use only.
public final class Trainer {
    /// A clue that was seen less often is an accident.
    private static final int SEEN = 2;

    private static final int ROUNDS = 12;
    /// Of the order in which the examples are gone through.
    private static final long SEED = 1;
    /// The first step of a weight; later ones shrink with what it has moved.
    private static final double STEP = 0.3;
    /// Keeps the first step of a weight from being endless.
    private static final double CALM = 0.01;
    /// How much each step draws a weight back to zero.
    private static final double DECAY = 1e-5;
    /// A weight of fewer hundredths is left out.
    private static final int LEAST = 10;

    private final List<Example> examples;
    private final List<String> labels;
    private final List<String> clues;
    /// The places of each example's clues.
    private final int[][] noticed;
    /// By clue, then by label.
    private final double[][] weights;
    private final double[][] moved;
    /// The weights after each of the later rounds, added up: their mean moves less with the order of the examples.
    private final double[][] sums;

    private Trainer(List<Example> examples) {
        this.examples = examples;
        this.labels = List.copyOf(examples.stream().map(Example::label).collect(Collectors.toCollection(TreeSet::new)));
        NavigableMap<String, Integer> counts = new TreeMap<>();
        examples.forEach(example -> example.clues().forEach(clue -> counts.merge(clue, 1, Integer::sum)));
        counts.values().removeIf(count -> count < SEEN);
        this.clues = List.copyOf(counts.keySet());
        NavigableMap<String, Integer> places = new TreeMap<>();
        clues.forEach(clue -> places.put(clue, places.size()));
        this.noticed = examples.stream()
                .map(example -> example.clues().stream()
                        .filter(places::containsKey)
                        .mapToInt(places::get)
                        .toArray())
                .toArray(int[][]::new);
        this.weights = new double[clues.size()][labels.size()];
        this.moved = new double[clues.size()][labels.size()];
        this.sums = new double[clues.size()][labels.size()];
        for (double[] row : moved) {
            Arrays.fill(row, CALM);
        }
    }

    /// Learns what tells the labels apart.
    ///
    /// @param examples of at least two labels
    public static Classifier train(List<Example> examples) {
        return new Trainer(examples).train();
    }

    private Classifier train() {
        int[] order = new int[noticed.length];
        Arrays.setAll(order, i -> i);
        // named, because the default may change from one JDK to the next
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            shuffle(order, random);
            for (int example : order) {
                step(noticed[example], labels.indexOf(examples.get(example).label()));
            }
            if (round >= ROUNDS / 2) {
                addUp();
            }
        }
        return rounded();
    }

    private static void shuffle(int[] order, RandomGenerator random) {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
    }

    private void step(int[] seen, int right) {
        double[] slopes = new double[labels.size()];
        for (int clue : seen) {
            for (int label = 0; label < slopes.length; label++) {
                slopes[label] += weights[clue][label];
            }
        }
        Softmax.apply(slopes);
        slopes[right] -= 1;
        for (int clue : seen) {
            for (int label = 0; label < slopes.length; label++) {
                double slope = slopes[label] + DECAY * weights[clue][label];
                moved[clue][label] += slope * slope;
                weights[clue][label] -= STEP * slope / Math.sqrt(moved[clue][label]);
            }
        }
    }

    private void addUp() {
        for (int clue = 0; clue < sums.length; clue++) {
            for (int label = 0; label < sums[clue].length; label++) {
                sums[clue][label] += weights[clue][label];
            }
        }
    }

    private Classifier rounded() {
        NavigableMap<String, List<Weight>> kept = new TreeMap<>();
        for (int clue = 0; clue < sums.length; clue++) {
            List<Weight> row = new ArrayList<>();
            for (int label = 0; label < labels.size(); label++) {
                int hundredths = (int) Math.rint(sums[clue][label] * 100 / (ROUNDS - ROUNDS / 2));
                if (Math.abs(hundredths) >= LEAST) {
                    row.add(new Weight(label, hundredths));
                }
            }
            if (!row.isEmpty()) {
                kept.put(clues.get(clue), row);
            }
        }
        return new Classifier(labels, kept);
    }
}
