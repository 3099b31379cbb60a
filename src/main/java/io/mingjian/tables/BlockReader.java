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

    private final TableKind kind;
    private final Head head;
    private final Unglue unglue;

    BlockReader(TableKind kind, Head head, Unglue unglue) {
        this.kind = kind;
        this.head = head;
        this.unglue = unglue;
    }

    /// The cells, where they stand, and how they were read.
    record Blocks(Map<CellKey, Cell> cells, Span span, List<RowReading> readings) {}

    /// The printed row behind the head that has as many values as the form, written ones rather than blanks.
    Optional<Blocks> read(List<PieceRow> rows) {
        int wanted = kind.cells();
        ColumnAlignment columns = new ColumnAlignment(wanted, wanted - 1);
        PieceRow best = null;
        List<Piece> pieces = List.of();
        PieceRow first = null;
        for (PieceRow row : rows) {
            first = first == null && head.names(row) ? row : first;
            if (first == null || (row.values().size() < wanted && !row.hasWrittenValue())) {
                continue;
            }
            Optional<List<Piece>> assigned =
                    RowReader.gluedDigits(row).map(unglue::decodeBlocks).orElseGet(() -> columns.assign(row.values()));
            boolean better =
                    assigned.isPresent() && (best == null || (!best.hasWrittenValue() && row.hasWrittenValue()));
            if (better) {
                best = row;
                pieces = assigned.orElseThrow();
            }
        }
        return best == null || first == null || pieces.size() < wanted
                ? Optional.empty()
                : Optional.of(blocks(first.span().union(best.span()), best, pieces));
    }

    private Blocks blocks(Span span, PieceRow source, List<Piece> pieces) {
        Map<CellKey, Cell> cells = new HashMap<>();
        List<RowReading> readings = new ArrayList<>();
        How how = source.parting() == Parting.NOTHING ? How.DECODED : How.IN_ORDER;
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
        return new Blocks(cells, span, readings);
    }
}
