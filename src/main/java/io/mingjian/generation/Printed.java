package io.mingjian.generation;

import io.mingjian.tables.CellKey;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A statutory table as it was printed: the tables it stands in and the lines between them, and what each cell
/// of its form states.
///
/// @param cells every cell of the form; null where no number is stated
public record Printed(List<Paper.Element> elements, Map<CellKey, @Nullable BigDecimal> cells) {
    public Printed {
        elements = List.copyOf(elements);
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
}
