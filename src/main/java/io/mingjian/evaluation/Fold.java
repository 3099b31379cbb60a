package io.mingjian.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The score of one file or folder of a corpus.
///
/// @param name the path as it was named
public record Fold(String name, ScoreSheet sheet) {
    /// All cases of all folds.
    public static ScoreSheet all(List<Fold> folds) {
        return new ScoreSheet(
                folds.stream().flatMap(fold -> fold.sheet().scores().stream()).toList());
    }

    /// The facts fold by fold, and how far what was never seen lies behind what was.
    ///
    /// @param seen   what the program was made with
    /// @param unseen what it was not made with; may be empty
    public static List<String> lines(List<Fold> seen, List<Fold> unseen) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-40s %7s %9s %7s %7s %16s",
                "facts by file",
                "support",
                "precision",
                "recall",
                "F1",
                "+channel+period"));
        seen.forEach(fold -> lines.add(fold.line()));
        unseen.forEach(fold -> lines.add(fold.line()));
        if (!unseen.isEmpty()) {
            Fold before = new Fold("all that was seen", all(seen));
            Fold other = new Fold("all that was not", all(unseen));
            lines.add(before.line());
            lines.add(other.line());
            lines.add(String.format(
                    Locale.ROOT,
                    "  %-38s %7s %9.4f %7.4f %7.4f %16.4f",
                    "gap",
                    "",
                    before.facts().precision() - other.facts().precision(),
                    before.facts().recall() - other.facts().recall(),
                    before.facts().f1() - other.facts().f1(),
                    before.fullFacts().f1() - other.fullFacts().f1()));
        }
        return lines;
    }

    private Rate facts() {
        return sheet.total().facts();
    }

    private Rate fullFacts() {
        return sheet.total().fullFacts();
    }

    private String line() {
        return String.format(
                Locale.ROOT,
                "  %-38s %7d %9.4f %7.4f %7.4f %16.4f",
                name,
                facts().support(),
                facts().precision(),
                facts().recall(),
                facts().f1(),
                fullFacts().f1());
    }
}
