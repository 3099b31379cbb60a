package io.mingjian.store.supervision;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// The values of a sheet's cells, places left out, for those who sum.
///
/// @param values one for each key of the layout; null where no number is stated
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record CellRow(
        SheetHead head, Layout layout, @Nullable BigDecimal[] values) {}
