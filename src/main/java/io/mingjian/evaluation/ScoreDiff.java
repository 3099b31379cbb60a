package io.mingjian.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// What became better and what became worse since an earlier run over the same material.
public final class ScoreDiff {
    private ScoreDiff() {}

    /// One line a change: figures, metrics, then the errors that are new (`+`) and those that are gone (`-`).
    public static List<String> lines(ScoreSheet sheet, ScoreFile.Earlier earlier) {
        Score total = sheet.total();
        List<String> lines = new ArrayList<>();
        Arrays.stream(Figure.values()).forEach(figure -> {
            int before = earlier.counts().getOrDefault(figure, 0);
            int now = total.count(figure);
            if (before != now) {
                lines.add(String.format(
                        Locale.ROOT, "  %-32s %6d → %6d  (%+d)", figure.key(), before, now, now - before));
            }
        });
        metrics(total.strict(), earlier.strict(), lines);
        Set<String> errors = new HashSet<>(total.errors());
        earlier.errors().stream()
                .filter(error -> !errors.contains(error))
                .sorted()
                .forEach(error -> lines.add("- " + error));
        total.errors().stream()
                .filter(error -> !earlier.errors().contains(error))
                .forEach(error -> lines.add("+ " + error));
        return lines;
    }

    private static void metrics(Map<String, Rate> now, Map<String, Rate> before, List<String> lines) {
        Set<String> metrics = new TreeSet<>(now.keySet());
        metrics.addAll(before.keySet());
        for (String metric : metrics) {
            double was = before.getOrDefault(metric, Rate.NONE).f1();
            double is = now.getOrDefault(metric, Rate.NONE).f1();
            if (was != is) {
                lines.add(String.format(
                        Locale.ROOT, "  %-32s %6.3f → %6.3f  (%+.3f)", metric + " F1", was, is, is - was));
            }
        }
    }
}
