package io.mingjian.checks;

import io.mingjian.tables.Cell;
import io.mingjian.tables.StatutoryTable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds the one cell that several broken sums have in common and that, written differently, would mend them all.
///
/// Where no cell does, or more than one, nobody can tell which is wrong, and nothing is said.
final class Culprits {
    private final Wording wording;
    private final StatutoryTable table;
    private final List<BrokenSum> broken;

    Culprits(Wording wording, StatutoryTable table, List<BrokenSum> broken) {
        this.wording = wording;
        this.table = table;
        this.broken = List.copyOf(broken);
    }

    /// The outcomes, those of sums with a common culprit saying which it is.
    List<Outcome> named(List<Outcome> outcomes) {
        return broken.size() < 2 ? outcomes : outcomes.stream().map(this::named).toList();
    }

    private Outcome named(Outcome outcome) {
        if (!(outcome instanceof Outcome.Violated violated)
                || violated.finding().verdict() != Verdict.LIKELY_MISREPORTED) {
            return outcome;
        }
        Finding finding = violated.finding();
        return broken.stream()
                .filter(sum -> sum.rule().equals(finding.rule()) && sum.place().equals(finding.place()))
                .findFirst()
                .flatMap(this::culprit)
                .<Outcome>map(sentence -> new Outcome.Violated(finding.says(sentence)))
                .orElse(outcome);
    }

    private Optional<String> culprit(BrokenSum sum) {
        List<Cell.Stated> shared = Stream.concat(sum.left().cells().stream(), sum.right().cells().stream())
                .filter(cell -> mendsAnother(cell, sum))
                .toList();
        if (shared.size() != 1) {
            return Optional.empty();
        }
        Cell.Stated cell = shared.getFirst();
        return Optional.of(wording.culprit(wording.cell(table, cell.key()).words(), cell.value(), sum.mended(cell)));
    }

    private boolean mendsAnother(Cell.Stated cell, BrokenSum sum) {
        BigDecimal mended = sum.mended(cell);
        return mended.signum() >= 0
                && broken.stream()
                        .anyMatch(other -> !other.equals(sum)
                                && other.has(cell)
                                && other.mended(cell).compareTo(mended) == 0);
    }
}
