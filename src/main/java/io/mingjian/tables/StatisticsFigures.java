package io.mingjian.tables;

import io.mingjian.model.Indicators.Indicator;
import io.mingjian.model.Indicators.Period;
import io.mingjian.tables.StatisticsHead.Column;
import io.mingjian.tables.StatisticsTable.Figure;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Numeral;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Brings the figures of a row of a statistics table to the columns of its head.
final class StatisticsFigures {
    /// Nothing that was read is quite sure.
    private static final double READ = 0.98;
    /// What the figures of a table without a head are of is likely, not told.
    private static final double HEADLESS = 0.8;
    /// The digits of one figure where nothing parts them from the next; longer ones are several.
    private static final int LONGEST_GLUED = 9;

    private final CanonicalText text;
    private final UnitWords units;
    private final StatisticsHead head;

    StatisticsFigures(CanonicalText text, UnitWords units, StatisticsHead head) {
        this.text = text;
        this.units = units;
        this.head = head;
    }

    /// The figures of an indicator's row.
    ///
    /// @param label  where the label stands
    /// @param fit    how sure the indicator is, 0..1
    /// @param headed whether the table has a head
    List<Figure> figures(PieceRow row, Indicator indicator, Span label, double fit, boolean headed) {
        if (indicator.metric() == null) {
            return List.of();
        }
        String unit = units.of(row).orElse(indicator.unit());
        List<Figure> read = new ArrayList<>();
        List<Placed> placed = row.isGrid() && headed ? underHead(row) : inOrder(row, headed);
        for (Placed each : placed) {
            if (each.piece().content() instanceof Content.Figure number
                    && number.value().signum() >= 0) {
                BigDecimal scale = unit == null || number.withUnit() ? BigDecimal.ONE : scale(unit);
                read.add(new Figure(
                        indicator,
                        each.column().period(),
                        each.column().year(),
                        plain(number.value().multiply(scale)),
                        unit == null ? null : base(unit),
                        label.union(each.piece().span()),
                        each.piece().span(),
                        rounded(fit * number.doubt() * (headed ? READ : HEADLESS))));
            }
        }
        return read;
    }

    /// A piece and the column of figures that it stands in.
    private record Placed(Column column, Piece piece) {}

    private List<Placed> underHead(PieceRow row) {
        List<Placed> placed = new ArrayList<>();
        for (Piece piece : row.pieces()) {
            List<Column> over = head.columns().stream()
                    .filter(column -> piece.covers(column.column()))
                    .toList();
            if (over.size() == 1) {
                placed.add(new Placed(over.getFirst(), piece));
            }
        }
        return placed;
    }

    /// By the places in the line where the row has as many as the head, else only where as many figures stand in
    /// the row as the head has columns for them.
    private List<Placed> inOrder(PieceRow row, boolean headed) {
        List<Column> columns = headed ? head.columns() : List.of(new Column(0, Period.YEAR, null));
        boolean begins =
                head.ordinalBefore() == row.pieces().getFirst().content().isValue();
        if (headed && begins && row.parting() == Parting.CELLS && row.pieces().size() == head.width()) {
            List<Placed> placed = columns.stream()
                    .map(column -> new Placed(column, row.pieces().get(column.column())))
                    .toList();
            if (placed.stream().allMatch(each -> each.piece().content().isValue())) {
                return placed;
            }
        }
        List<Piece> values = withoutUnits(row).stream()
                .map(this::single)
                .filter(piece -> piece.content().isWritten())
                .toList();
        int more = values.size() - columns.size();
        if (more == 1 && headed && head.ordinalBehind()) {
            values = values.subList(1, values.size());
        } else if (more == 1 && headed && head.ordinalBefore()) {
            values = values.subList(0, values.size() - 1);
        }
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < columns.size() && values.size() == columns.size(); i++) {
            placed.add(new Placed(columns.get(i), values.get(i)));
        }
        return placed;
    }

    /// The values of the row behind its label, a unit among them or behind them.
    private List<Piece> withoutUnits(PieceRow row) {
        List<Piece> pieces = row.pieces().stream()
                .filter(piece -> !(piece.content() instanceof Content.Words words && units.isUnit(words.wording())))
                .toList();
        return pieces.isEmpty() ? List.of() : PieceRow.of(pieces, row.parting()).values();
    }

    /// Digits behind a label that nothing parts from it are one figure, where what follows is no further number.
    private Piece single(Piece piece) {
        if (!(piece.content() instanceof Content.Glued glued)) {
            return piece;
        }
        String digits = glued.digits().characters();
        int end = piece.span().end();
        boolean numbersNext =
                end < text.length() && Character.isDigit(text.folded().charAt(end));
        Optional<Numeral> number = Numeral.of(digits);
        boolean plain = number.isPresent()
                && digits.length() <= LONGEST_GLUED
                && !(digits.length() > 1 && digits.charAt(0) == '0' && digits.charAt(1) != '.');
        return plain && !numbersNext && !glued.ends().areSeveral(digits.length())
                ? new Piece(
                        piece.span(),
                        piece.column(),
                        piece.columnSpan(),
                        new Content.Figure(number.get().value(), false, Unglue.DECODED, true))
                : new Piece(piece.span(), piece.column(), piece.columnSpan(), new Content.Scrawl());
    }

    /// What a unit multiplies its figures by: 万元.
    private static BigDecimal scale(String unit) {
        return Numeral.at("1" + unit, 0).map(Numeral::value).orElse(BigDecimal.ONE);
    }

    private static String base(String unit) {
        return Numeral.at("1" + unit, 0)
                .map(number -> unit.substring(number.span().end() - 1))
                .orElse(unit);
    }

    /// Without the zeros that multiplying leaves.
    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    private static double rounded(double confidence) {
        return Math.round(confidence * 1000) / 1000.0;
    }
}
