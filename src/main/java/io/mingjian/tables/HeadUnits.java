package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import io.mingjian.model.Label;
import io.mingjian.text.Folding;
import io.mingjian.text.Numeral;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Units of money that a head states for a column other than the form does: 本年收费金额（单位：元） for 万元.
final class HeadUnits {
    private final CellMarks marks;
    /// By how much a bare number of the column is multiplied.
    private final Map<String, BigDecimal> factors = new HashMap<>();

    HeadUnits(CellMarks marks) {
        this.marks = marks;
    }

    /// Takes note of the words above a column.
    void learn(Label column, String words) {
        Optional<BigDecimal> stated =
                scale(words).filter(scale -> scale.compareTo(column.scale()) != 0 && isMoney(column));
        if (stated.isPresent()) {
            factors.put(column.id(), stated.get().divide(column.scale(), MathContext.DECIMAL64));
        } else {
            factors.remove(column.id());
        }
    }

    private boolean isMoney(Label column) {
        return column.wordings().stream()
                .anyMatch(wording -> scale(Folding.squash(wording)).isPresent());
    }

    /// How many of the smallest unit the unit that the words state is; empty where they state none.
    private Optional<BigDecimal> scale(String words) {
        if (words.indexOf(':') < 0 && words.indexOf('(') < 0) {
            return Optional.empty();
        }
        return marks.moneyUnits().stream()
                .filter(unit -> words.contains(":" + unit) || words.contains("(" + unit))
                .map(unit -> Numeral.roughlyAt(unit, 0).map(Numeral::value).orElse(BigDecimal.ONE))
                .findFirst();
    }

    /// The piece in the unit of the form; what states its unit itself stays. What the head says may be a
    /// slip, so that the number is not sure, and one that would be less than 1 of the form's unit stays as it
    /// is.
    Piece inUnit(Label column, Piece piece) {
        BigDecimal factor = factors.get(column.id());
        if (factor == null || !(piece.content() instanceof Content.Figure figure) || figure.withUnit()) {
            return piece;
        }
        BigDecimal scaled = figure.value().multiply(factor).stripTrailingZeros();
        BigDecimal value = scaled.compareTo(BigDecimal.ONE) < 0 ? figure.value() : scaled;
        Content content = new Content.Figure(value, false, figure.doubt(), figure.decoded());
        return new Piece(piece.span(), piece.column(), piece.columnSpan(), content).doubted(Unglue.DECODED);
    }
}
