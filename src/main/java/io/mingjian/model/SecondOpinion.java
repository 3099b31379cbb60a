package io.mingjian.model;

import io.mingjian.learning.Classifier;
import io.mingjian.learning.Weight;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/// What was learnt from annotated material about numbers that no wording of the model explains.
///
/// @param classifier its labels are ids of metrics, and [#NONE]
/// @param threshold  a metric less probable than that is none
/// @param heldOut    what it was worth on material that it had not learnt from
public record SecondOpinion(Classifier classifier, BigDecimal threshold, HeldOut heldOut) {
    /// The label of a number that is none of the metrics.
    public static final String NONE = "none";

    public SecondOpinion {
        Objects.requireNonNull(classifier, "classifier");
        Objects.requireNonNull(heldOut, "heldOut");
        if (threshold.signum() < 0 || threshold.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("threshold " + threshold + " lies outside 0..1");
        }
    }

    /// What was measured by learning from all files but one and judging by that one, for each in turn.
    ///
    /// @param claims  facts of its making that were judged
    /// @param right   those of them that were right
    /// @param without F1 of all facts (metric, value and place) where it is not asked
    /// @param with    F1 where it is
    public record HeldOut(int claims, int right, BigDecimal without, BigDecimal with) {
        public HeldOut {
            if (right < 0 || right > claims) {
                throw new IllegalArgumentException(right + " right of " + claims);
            }
        }

        /// The share of right ones, drawn a little towards one half.
        public double share() {
            return (right + 1.0) / (claims + 2);
        }
    }

    static SecondOpinion read(Node file, Set<String> metrics) {
        file.only("command", "corpus", "numbers", "threshold", "heldOut", "labels", "clues");
        List<String> labels = new ArrayList<>();
        for (Node label : file.get("labels").elements()) {
            if (!metrics.contains(label.text()) && !label.text().equals(NONE)) {
                throw label.error("no metric \"" + label.text() + "\"");
            }
            labels.add(label.text());
        }
        if (!labels.contains(NONE)) {
            throw file.get("labels").error("\"" + NONE + "\" is missing");
        }
        NavigableMap<String, List<Weight>> weights = new TreeMap<>();
        for (Map.Entry<String, Node> clue : file.get("clues").members().entrySet()) {
            weights.put(clue.getKey(), weights(clue.getValue(), labels.size()));
        }
        Node heldOut = file.get("heldOut").only("claims", "right", "without", "with");
        try {
            return new SecondOpinion(
                    new Classifier(labels, weights),
                    file.get("threshold").number(),
                    new HeldOut(
                            heldOut.get("claims").integer(),
                            heldOut.get("right").integer(),
                            heldOut.get("without").number(),
                            heldOut.get("with").number()));
        } catch (IllegalArgumentException e) {
            throw file.error(String.valueOf(e.getMessage()));
        }
    }

    /// `3:-120 7:45`: places of labels with hundredths.
    private static List<Weight> weights(Node node, int labels) {
        List<Weight> weights = new ArrayList<>();
        for (String weight : node.text().split(" ")) {
            int colon = weight.indexOf(':');
            try {
                int label = Integer.parseInt(weight.substring(0, Math.max(0, colon)));
                if (label >= labels) {
                    throw node.error("no label " + label);
                }
                weights.add(new Weight(label, Integer.parseInt(weight.substring(colon + 1))));
            } catch (NumberFormatException e) {
                throw node.error("\"" + weight + "\" is no label:hundredths");
            }
        }
        return weights;
    }
}
