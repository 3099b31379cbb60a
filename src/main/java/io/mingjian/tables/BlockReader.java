package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.tables.Alignment.How;
import io.mingjian.tables.Alignment.RowReading;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a table whose rows stand side by side in one printed row under their labels.
final class BlockReader {
    private static final double NO_LABEL_FIT = 0.95;
    /// So many rows of glued digits are tried; a report has one.
    private static final int MOST_GLUED = 20;

    private final TableKind kind;
    private final Head head;
    private final Unglue unglue;

    BlockReader(TableKind kind, Head head, Unglue unglue) {
        this.kind = kind;
        this.head = head;
        this.unglue = unglue;
    }

    /// The cells, where they stand, and how they were read.
    ///
    /// @param twice whether there are two such tables with different figures
    record Blocks(Map<CellKey, Cell> cells, Span span, List<RowReading> readings, boolean twice) {
        /// What both tables say.
        Blocks and(Blocks other) {
            Map<CellKey, Cell> both = Undecided.of(cells, other.cells);
            return both.equals(cells) ? this : new Blocks(both, span, readings, true);
        }
    }

    /// The printed row behind the head that has as many values as the form, written ones rather than blanks. Of
    /// two that differ neither is chosen.
    Optional<Blocks> sideBySide(List<PieceRow> rows) {
        PieceRow first = null;
        Optional<Blocks> found = Optional.empty();
        Optional<Blocks> blank = Optional.empty();
        int glued = 0;
        for (PieceRow row : rows) {
            first = first == null && head.names(row) ? row : first;
            boolean written = row.hasWrittenValue();
            boolean candidate = written || (blank.isEmpty() && row.values().size() >= kind.cells());
            if (first == null || !candidate) {
                continue;
            }
            glued += row.parting() == Parting.NOTHING ? 1 : 0;
            Optional<Blocks> read = glued > MOST_GLUED ? Optional.empty() : read(first, row);
            if (written && read.isPresent()) {
                Blocks one = read.get();
                found = Optional.of(found.map(before -> before.and(one)).orElse(one));
            }
            blank = blank.or(() -> read);
        }
        return found.isPresent() ? found : blank;
    }

    /// Blocks that stand below each other, each under a head of its own, or each figure behind its label.
    Optional<Blocks> stacked(List<PieceRow> rows) {
        List<Piece> pieces = new ArrayList<>();
        List<PieceRow> used = new ArrayList<>();
        PieceRow first = null;
        for (PieceRow row : rows) {
            first = first == null && head.names(row) ? row : first;
            List<Piece> values = row.written();
            if (first == null || values.isEmpty()) {
                continue;
            }
            int size = size();
            boolean block = values.size() % size == 0 && pieces.size() % size == 0;
            boolean figure = values.size() == 1 && head.isColumn(row.lastLabel(), pieces.size() % size);
            if (!block && !figure) {
                pieces.clear();
                used.clear();
                continue;
            }
            pieces.addAll(values);
            used.add(row);
            if (pieces.size() == kind.cells()) {
                PieceRow source = used.getFirst();
                How how = source.parting() == Parting.NOTHING ? How.DECODED : How.IN_ORDER;
                return Optional.of(blocks(first.span().union(row.span()), source, pieces, how));
            }
        }
        return Optional.empty();
    }

    /// What the glued digits behind the head come nearest to where the blocks do not all add up: nothing is
    /// stated.
    Optional<Blocks> nearest(List<PieceRow> rows) {
        PieceRow first = null;
        for (PieceRow row : rows) {
            first = first == null && head.names(row) ? row : first;
            List<Piece> pieces = first == null
                    ? List.of()
                    : GluedRows.digits(row)
                            .map(digits ->
                                    unglue.nearestBlocks(digits, kind.rows().size(), size()))
                            .orElse(List.of());
            if (first != null && !pieces.isEmpty()) {
                return Optional.of(blocks(first.span().union(row.span()), row, pieces, How.ILLEGIBLE));
            }
        }
        return Optional.empty();
    }

    private int size() {
        return kind.rows().getFirst().columns().size();
    }

    private Optional<Blocks> read(PieceRow first, PieceRow row) {
        How how = row.parting() == Parting.NOTHING ? How.DECODED : How.IN_ORDER;
        return pieces(row).map(pieces -> blocks(first.span().union(row.span()), row, pieces, how));
    }

    private Optional<List<Piece>> pieces(PieceRow row) {
        int wanted = kind.cells();
        return GluedRows.digits(row)
                .map(digits -> unglue.decodeBlocks(digits, kind.rows().size(), size()))
                .orElseGet(() -> new ColumnAlignment(wanted, wanted - 1).assign(row.values()))
                .filter(pieces -> pieces.size() >= wanted);
    }

    private Blocks blocks(Span span, PieceRow source, List<Piece> pieces, How how) {
        Map<CellKey, Cell> cells = new HashMap<>();
        List<RowReading> readings = new ArrayList<>();
        int i = 0;
        for (TableKind.Row row : kind.rows()) {
            int size = row.columns().size();
            List<Piece> block = Lookalikes.resolved(pieces.subList(i, i + size), size - 1);
            for (int j = 0; j < size; j++) {
                Label column = row.columns().get(j);
                CellKey key = new CellKey(row.label().id(), column.id());
                cells.put(key, CellReader.cell(key, block.get(j), column, NO_LABEL_FIT));
            }
            i += size;
            readings.add(new RowReading(
                    row.label().id(),
                    source.span(),
                    NO_LABEL_FIT,
                    how,
                    1,
                    row.columns().stream().map(Label::id).toList()));
        }
        return new Blocks(cells, span, readings, false);
    }
}
