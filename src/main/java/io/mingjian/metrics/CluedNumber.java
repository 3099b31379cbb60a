package io.mingjian.metrics;

import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/// A number of the prose with the clues to what it counts.
///
/// @param span  the number's place
/// @param clues texts that mean nothing but to what learns from them, each once
public record CluedNumber(Span span, BigDecimal value, List<String> clues) {
    public CluedNumber {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(value, "value");
        clues = List.copyOf(clues);
    }

    static CluedNumber of(Reading reading, Scene scene) {
        Quantity quantity = scene.window().quantity();
        return new CluedNumber(
                reading.span(quantity.number(), quantity.end()), quantity.value(), ClueReader.clues(scene));
    }
}
