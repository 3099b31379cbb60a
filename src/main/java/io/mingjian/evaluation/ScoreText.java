package io.mingjian.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// A score sheet for the eyes of a developer.
public final class ScoreText {
    private static final int WORST_CASES = 10;

    private ScoreText() {}

    /// The whole sheet, one line an element of the list.
    ///
    /// @param errors how many error lines to show
    public static List<String> lines(ScoreSheet sheet, int errors) {
        Score total = sheet.total();
        List<String> lines = new ArrayList<>(totals(sheet));
        List<Score> worst = sheet.worst(WORST_CASES);
        if (!worst.isEmpty()) {
            lines.add("");
            lines.add("worst cases");
            worst.forEach(score -> lines.add(String.format(
                    Locale.ROOT,
                    "  %-32s %4d wrong   fp %d fn %d, cells %s, sections %s",
                    score.name(),
                    score.damage(),
                    score.count(Figure.FP),
                    score.count(Figure.FN),
                    share(score, Figure.CELLS_OK, Figure.CELLS),
                    share(score, Figure.SECTIONS_OK, Figure.SECTIONS))));
        }
        lines.addAll(errors(sheet, total, errors));
        return lines;
    }

    /// The sheet without a word of any case.
    public static List<String> totals(ScoreSheet sheet) {
        Score total = sheet.total();
        List<String> lines = new ArrayList<>(figures(sheet, total));
        lines.add("");
        lines.addAll(metrics(total));
        if (!total.cells().isEmpty()) {
            lines.add("");
            lines.addAll(cells(total));
        }
        if (!total.trusts().isEmpty()) {
            lines.add("");
            lines.addAll(reliability(sheet));
        }
        return lines;
    }

    /// What was read in place of something else, the most frequent first.
    public static List<String> confusions(ScoreSheet sheet) {
        List<String> lines = new ArrayList<>();
        lines.add("confusions: what is right / what was read");
        sheet.total().confusions().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> lines.add(String.format(Locale.ROOT, "  %5d  %s", entry.getValue(), entry.getKey())));
        return lines;
    }

    private static List<String> figures(ScoreSheet sheet, Score total) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "documents %d, failed %d, median %d ms",
                        total.count(Figure.DOCUMENTS),
                        sheet.failures().size(),
                        sheet.medianTime().toMillis()),
                "facts (metric+value+place)  " + rate(total.facts()),
                "facts (+channel+period)     " + rate(total.fullFacts()),
                "facts (metric+value)        " + rate(total.lenientFacts()),
                "attributes right: channel " + share(total, Figure.ATTR_CHANNEL, Figure.ATTR) + ", period "
                        + share(total, Figure.ATTR_PERIOD, Figure.ATTR) + ", approximation "
                        + share(total, Figure.ATTR_APPROX, Figure.ATTR) + ", category "
                        + share(total, Figure.ATTR_CATEGORY, Figure.ATTR),
                "quotes at their spans " + share(total, Figure.SPAN_OK, Figure.SPAN),
                "table cells " + share(total, Figure.CELLS_OK, Figure.CELLS) + "; not zero "
                        + share(total, Figure.NONZERO_OK, Figure.NONZERO),
                "sections " + share(total, Figure.SECTIONS_OK, Figure.SECTIONS) + "; identity "
                        + share(total, Figure.IDENTITY_OK, Figure.IDENTITY),
                "seeded findings raised " + share(total, Figure.FINDINGS_OK, Figure.FINDINGS)
                        + "; clean reports without an error " + share(total, Figure.CLEAN_OK, Figure.CLEAN)
                        + "; refusals " + share(total, Figure.REFUSALS_OK, Figure.REFUSALS));
    }

    private static String rate(Rate rate) {
        return String.format(
                Locale.ROOT,
                "P %.4f  R %.4f  F1 %.4f   tp %d fp %d fn %d",
                rate.precision(),
                rate.recall(),
                rate.f1(),
                rate.right(),
                rate.invented(),
                rate.missed());
    }

    /// Weakest first.
    private static List<String> metrics(Score total) {
        SortedMap<String, Rate> lenient = total.lenient();
        SortedMap<String, Rate> strict = new TreeMap<>(total.strict());
        lenient.keySet().forEach(metric -> strict.putIfAbsent(metric, Rate.NONE));
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-32s %9s %9s %7s %8s   %s",
                "metric",
                "precision",
                "recall",
                "F1",
                "support",
                "F1 of metric+value"));
        strict.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.comparingDouble(Rate::f1)
                        .thenComparing(Comparator.comparingInt(Rate::support).reversed())))
                .forEach(entry -> lines.add(String.format(
                        Locale.ROOT,
                        "  %-30s %9.3f %9.3f %7.3f %8d   %.3f",
                        entry.getKey(),
                        entry.getValue().precision(),
                        entry.getValue().recall(),
                        entry.getValue().f1(),
                        entry.getValue().support(),
                        lenient.getOrDefault(entry.getKey(), Rate.NONE).f1())));
        return lines;
    }

    /// What stands in the document against what was read.
    private static List<String> cells(Score total) {
        List<String> lines = new ArrayList<>();
        lines.add("cells: what stands there / how it was read");
        total.cells().forEach((state, count) -> lines.add(String.format(Locale.ROOT, "  %-30s %6d", state, count)));
        return lines;
    }

    private static List<String> reliability(ScoreSheet sheet) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, "%-16s %7s %12s %9s", "confidence", "claims", "mean", "right"));
        sheet.reliability()
                .forEach(group -> lines.add(String.format(
                        Locale.ROOT,
                        "  %.1f – %.1f      %7d %12.3f %9.3f",
                        group.from(),
                        group.to(),
                        group.claims(),
                        group.meanConfidence(),
                        group.accuracy())));
        return lines;
    }

    private static List<String> errors(ScoreSheet sheet, Score total, int limit) {
        List<String> all = new ArrayList<>(sheet.failures());
        all.addAll(total.errors());
        List<String> lines = new ArrayList<>();
        if (!all.isEmpty()) {
            lines.add("");
            lines.add("errors");
        }
        all.stream().limit(limit).forEach(error -> lines.add("  " + error));
        if (all.size() > limit) {
            lines.add("  … " + (all.size() - limit) + " more (--errors N)");
        }
        return lines;
    }

    static String share(Score score, Figure part, Figure whole) {
        int all = score.count(whole);
        return all == 0 ? "-" : String.format(Locale.ROOT, "%.2f%% of %d", 100.0 * score.count(part) / all, all);
    }
}
