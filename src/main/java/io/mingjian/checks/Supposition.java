package io.mingjian.checks;

import io.mingjian.model.rule.Identity;
import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A table of which those cells are read that are illegible but for one number, which stands at their place to
/// the digit: what glued digits that add up in no way come nearest to. No sum confirms it.
///
/// @param table    as it was read
/// @param supposed the same, those cells stated in doubt
record Supposition(StatutoryTable table, StatutoryTable supposed, CanonicalText text) {
    static Supposition of(StatutoryTable table, CanonicalText text) {
        List<Cell> cells = new ArrayList<>();
        for (Cell cell : table.cells()) {
            boolean told = cell instanceof Cell.Illegible illegible
                    && illegible.candidates().size() == 1
                    && Folding.squash(text.quote(illegible.span()))
                            .equals(illegible.candidates().getFirst().toPlainString());
            cells.add(
                    told && cell instanceof Cell.Illegible one
                            ? new Cell.Stated(
                                    cell.key(), one.candidates().getFirst(), one.span(), CellSum.MISREAD, true)
                            : cell);
        }
        return new Supposition(table, new StatutoryTable(table.id(), table.form(), table.span(), cells), text);
    }

    /// The two sides of an identity where they differ in this reading: that says no more than that some
    /// number is wrong, or our reading is, but it must not be silent.
    Optional<BrokenSum> broken(Identity rule, String index) {
        TableLines lines = TableLines.of(supposed, rule.axis());
        return lines.sum(index, rule.left()) instanceof CellSum.Known left
                        && lines.sum(index, rule.right()) instanceof CellSum.Known right
                        && left.value().compareTo(right.value()) != 0
                ? Optional.of(new BrokenSum(rule.id(), "", left, right))
                : Optional.empty();
    }

    /// For each row that the sums have supposed numbers of, what is written there and how it was taken apart.
    List<String> sentences(BrokenSum sums, Wording wording) {
        Set<CellKey> open = table.cells().stream()
                .filter(Cell.Illegible.class::isInstance)
                .map(Cell::key)
                .collect(Collectors.toSet());
        return Stream.concat(sums.left().cells().stream(), sums.right().cells().stream())
                .map(Cell.Stated::key)
                .filter(open::contains)
                .map(CellKey::row)
                .distinct()
                .map(row -> sentence(row, wording))
                .toList();
    }

    private String sentence(String row, Wording wording) {
        List<Cell.Stated> cells = supposed.cells().stream()
                .filter(cell -> cell.key().row().equals(row) && cell instanceof Cell.Stated)
                .map(Cell.Stated.class::cast)
                .toList();
        Span written = cells.stream().map(Cell.Stated::span).reduce(Span::union).orElseThrow();
        return wording.nearest(table, row, text.quote(written), cells);
    }
}
