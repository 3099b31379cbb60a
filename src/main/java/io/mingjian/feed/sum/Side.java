package io.mingjian.feed.sum;

import io.mingjian.store.supervision.CellRow;
import io.mingjian.store.supervision.Sheet.CellName;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One side of a rate as places of a layout.
///
/// @param places     of its terms; empty where the layout lacks one
/// @param subtracted which of them are
@SuppressWarnings("ArrayRecordComponent") // never compared
record Side(int[] places, boolean[] subtracted) {
    static Side of(List<Rate.Term> terms, Map<CellName, Integer> layout) {
        int[] places = new int[terms.size()];
        boolean[] subtracted = new boolean[terms.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = layout.getOrDefault(terms.get(i).key(), -1);
            subtracted[i] = terms.get(i).subtracted();
        }
        return Arrays.stream(places).anyMatch(place -> place < 0)
                ? new Side(new int[0], subtracted)
                : new Side(places, subtracted);
    }

    /// Its sum; null where one of its cells states no number.
    @Nullable
    BigDecimal value(CellRow row) {
        if (places.length == 0) {
            return null;
        }
        long sum = 0;
        for (int i = 0; i < places.length; i++) {
            long value = row.wholes()[places[i]];
            if (value == CellRow.NONE) {
                return exact(row);
            }
            sum = subtracted[i] ? Math.subtractExact(sum, value) : Math.addExact(sum, value);
        }
        return BigDecimal.valueOf(sum);
    }

    private @Nullable BigDecimal exact(CellRow row) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < places.length; i++) {
            BigDecimal value = row.value(places[i]);
            if (value == null) {
                return null;
            }
            sum = subtracted[i] ? sum.subtract(value) : sum.add(value);
        }
        return sum;
    }
}
