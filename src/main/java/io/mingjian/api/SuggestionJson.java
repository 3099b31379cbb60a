package io.mingjian.api;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.index.Suggestion;
import java.util.Locale;

/// How a query may go on.
///
/// @param kind    `organization`, `term` or `name`
/// @param reports how many reports or sections have it; 0 for names of the query language
@Serdeable
public record SuggestionJson(String kind, String text, long reports) {
    static SuggestionJson of(Suggestion suggestion) {
        return new SuggestionJson(
                suggestion.kind().name().toLowerCase(Locale.ROOT), suggestion.text(), suggestion.reports());
    }
}
