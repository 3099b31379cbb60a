package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells the unit of a row that lists an indicator from its label: 主动公开信息数 | 条 | 1874.
final class UnitWords {
    private final CellMarks marks;

    UnitWords(CellMarks marks) {
        this.marks = marks;
    }

    /// Whether a unit may be in one piece with the label before it.
    boolean mayEndLabel(PieceRow row) {
        boolean apart = row.pieces().stream()
                .anyMatch(piece -> piece.content() instanceof Content.Words words && isUnit(words.wording()));
        return row.parting() == Parting.NOTHING || (row.parting() == Parting.BLANKS && !apart && row.hasWrittenValue());
    }

    /// The unit that stands in the row.
    Optional<String> of(PieceRow row) {
        return row.pieces().stream()
                .flatMap(piece ->
                        piece.content() instanceof Content.Words words ? Stream.of(words.wording()) : Stream.empty())
                .map(wording ->
                        mayEndLabel(row) ? wording.substring(without(wording).length()) : wording)
                .filter(this::isUnit)
                .findFirst();
    }

    boolean isUnit(String wording) {
        return marks.units().contains(wording) || marks.moneyUnits().contains(wording);
    }

    /// The wording without the unit that it ends with.
    String without(String wording) {
        int length = Stream.concat(marks.units().stream(), marks.moneyUnits().stream())
                .filter(wording::endsWith)
                .mapToInt(String::length)
                .max()
                .orElse(0);
        return wording.substring(0, wording.length() - length);
    }
}
