package io.mingjian.tables;

import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The cells of a table that is there twice: where it says two things, nothing tells which holds.
final class Undecided {
    private Undecided() {}

    /// The cells that both say alike, the others open.
    static Map<CellKey, Cell> of(Map<CellKey, Cell> cells, Map<CellKey, Cell> others) {
        Map<CellKey, Cell> undecided = new HashMap<>(cells);
        others.forEach((key, other) -> {
            List<BigDecimal> said = Stream.of(cells.get(key), other)
                    .flatMap(cell -> cell instanceof Cell.Stated stated
                            ? Stream.of(stated.value().stripTrailingZeros())
                            : Stream.<BigDecimal>empty())
                    .toList();
            Span place = other instanceof Cell.Stated stated ? stated.span() : new Span(0, 0);
            Span first = cells.get(key) instanceof Cell.Stated stated ? stated.span() : place;
            if (!said.isEmpty() && (said.size() < 2 || said.getFirst().compareTo(said.getLast()) != 0)) {
                undecided.put(
                        key,
                        new Cell.Illegible(key, first, said.stream().sorted().toList()));
            }
        });
        return undecided;
    }
}
