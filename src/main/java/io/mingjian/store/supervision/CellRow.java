package io.mingjian.store.supervision;

import io.mingjian.store.ReportId;
import io.mingjian.store.UnitId;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The values of a sheet's cells, places left out, for those who sum: nearly all are small whole numbers, and
/// twenty thousand sheets have four millions of them.
///
/// @param unit      null where nobody has said whose report it is
/// @param wholes    one for each key of the layout; [#NONE] where no whole number is stated
/// @param fractions other numbers, by their place in the layout; nearly always empty
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record CellRow(
        ReportId report, @Nullable UnitId unit, Layout layout, long[] wholes, Map<Integer, BigDecimal> fractions) {
    /// No whole number.
    public static final long NONE = Long.MIN_VALUE;

    /// The number at a place of the layout; null where none is stated.
    public @Nullable BigDecimal value(int place) {
        return wholes[place] == NONE ? fractions.get(place) : BigDecimal.valueOf(wholes[place]);
    }

    public boolean states(int place) {
        return wholes[place] != NONE || fractions.containsKey(place);
    }
}
