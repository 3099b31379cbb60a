package io.mingjian.api;

import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.index.ReportIndex.Engine;
import io.mingjian.index.SearchResult;
import io.mingjian.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param total  how many reports match
/// @param facets year, form, level and organization of all of them
/// @param engine which index answered
@Serdeable
public record SearchJson(long total, List<HitJson> hits, Map<String, List<FacetJson>> facets, EngineJson engine) {

    static SearchJson of(SearchResult result, Engine engine) {
        Map<String, List<FacetJson>> facets = new LinkedHashMap<>();
        result.facets()
                .forEach((facet, counts) -> facets.put(
                        facet.name().toLowerCase(Locale.ROOT),
                        counts.stream()
                                .map(count -> new FacetJson(count.value(), count.count()))
                                .toList()));
        return new SearchJson(
                result.total(),
                result.hits().stream().map(HitJson::of).toList(),
                facets,
                new EngineJson(engine.analyzer(), engine.generation()));
    }

    /// A report that matches, with the sections that match best.
    @Serdeable
    public record HitJson(
            String report,
            @Nullable String title,
            @Nullable String organization,
            @Nullable Integer year,
            float score,
            List<SectionHitJson> sections) {
        static HitJson of(SearchResult.Hit hit) {
            return new HitJson(
                    hit.report().value(),
                    hit.title(),
                    hit.organization(),
                    hit.year(),
                    hit.score(),
                    hit.sections().stream().map(SectionHitJson::of).toList());
        }
    }

    /// A section that matches; `highlights` are places in the snippet, `span` is a place in the canonical text.
    @Serdeable
    public record SectionHitJson(
            String id, String heading, List<Integer> span, String snippet, List<List<Integer>> highlights) {
        static SectionHitJson of(SearchResult.SectionHit hit) {
            return new SectionHitJson(
                    hit.id(),
                    hit.heading(),
                    span(hit.span()),
                    hit.snippet(),
                    hit.highlights().stream().map(SectionHitJson::span).toList());
        }

        private static List<Integer> span(Span span) {
            return List.of(span.start(), span.end());
        }
    }

    /// A value and how many matching reports have it.
    @Serdeable
    public record FacetJson(String value, long count) {}

    /// How text was read, and the generation of the documents.
    @Serdeable
    public record EngineJson(String analyzer, int generation) {}
}
