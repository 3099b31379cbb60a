package io.mingjian.tables;

import java.util.List;
import java.util.Optional;

/// Tells which form a report follows from the forms of its tables.
public final class FormDetector {
    /// Tables of more than one form.
    private static final String HYBRID = "hybrid";

    private FormDetector() {}

    public static Optional<String> detect(List<StatutoryTable> tables) {
        List<String> forms =
                tables.stream().map(StatutoryTable::form).distinct().toList();
        return forms.isEmpty() ? Optional.empty() : Optional.of(forms.size() == 1 ? forms.getFirst() : HYBRID);
    }
}
