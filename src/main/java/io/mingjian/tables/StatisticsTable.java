package io.mingjian.tables;

import io.mingjian.model.Indicators.Indicator;
import io.mingjian.model.Indicators.Period;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table that lists indicators with their figures, of one period or of several, as reports had it before there
/// were statutory tables.
///
/// @param span    from its head to its last row
/// @param figures what it states, in order; a blank and a mark that there is nothing to state are none
public record StatisticsTable(Span span, List<Figure> figures) {
    public StatisticsTable {
        figures = List.copyOf(figures);
    }

    /// One figure.
    ///
    /// @param value      in base units: 万元 of the unit column is multiplied in
    /// @param unit       the base unit, or null where none is written or known
    /// @param year       the year that the head names, or null
    /// @param row        from the label to the figure
    /// @param span       the figure's own place
    /// @param confidence 0..1
    public record Figure(
            Indicator indicator,
            Period period,
            @Nullable Integer year,
            BigDecimal value,
            @Nullable String unit,
            Span row,
            Span span,
            double confidence) {}
}
