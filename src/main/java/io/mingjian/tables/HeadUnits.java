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
        String own = column.wordings().stream().map(Folding::squash).reduce("", String::concat);
        Optional<BigDecimal> stated = scale(words);
        boolean money = scale(own).isPresent();
        if (stated.isPresent() && money && stated.get().compareTo(column.scale()) != 0) {
            factors.put(column.id(), stated.get().divide(column.scale(), MathContext.DECIMAL64));
        } else {
            factors.remove(column.id());
        }
    }

    /// How many of the smallest unit the unit that the words state is; empty where they state none.
    private Optional<BigDecimal> scale(String words) {
        return marks.moneyUnits().stream()
                .filter(unit -> words.contains(":" + unit) || words.contains("(" + unit))
                .map(unit -> Numeral.roughlyAt(unit, 0).map(Numeral::value).orElse(BigDecimal.ONE))
                .findFirst();
    }

    /// The piece in the unit of the form; what states its unit itself stays. What the head says may be a slip, so
    /// that the number is not sure, and one that would be less than 1 of the form's unit stays as it is.
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
