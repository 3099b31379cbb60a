package io.mingjian.tables;

import java.util.List;

/// The rows of a source, read in both orders: where neither cells nor lines tell, a value may belong to the label
/// before it or to the one behind it.
///
/// @param labelsFirst rows that end where words follow values
/// @param valuesFirst rows that end where values follow words
record SourceRows(List<PieceRow> labelsFirst, List<PieceRow> valuesFirst) {
    SourceRows {
        labelsFirst = List.copyOf(labelsFirst);
        valuesFirst = List.copyOf(valuesFirst);
    }

    /// Whether both are the same.
    boolean isPlain() {
        return labelsFirst.equals(valuesFirst);
    }
}
