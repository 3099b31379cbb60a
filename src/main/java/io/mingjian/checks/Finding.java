package io.mingjian.checks;

import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A flaw of a report, with the rule it breaks and the places that show it.
///
/// @param rule     the model's id of the rule; stable, never reused
/// @param message  a Chinese sentence for the clerk
/// @param expected what should stand there, or null
/// @param actual   what stands there, or null
/// @param spans    the places of both sides
public record Finding(
        String rule,
        Severity severity,
        Verdict verdict,
        String message,
        @Nullable BigDecimal expected,
        @Nullable BigDecimal actual,
        List<Span> spans) {
    public Finding {
        spans = List.copyOf(spans);
    }
}
