package io.mingjian.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.index.ReportIndex.Engine;
import io.mingjian.index.SearchResult;
import io.mingjian.index.SearchResult.Histogram;
import io.mingjian.service.Searches.Answer;
import io.mingjian.text.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param total  how many reports match
/// @param facets year, region, level, form, section, rule and organization of all of them
/// @param next   cursor of the next page, or null at the end
/// @param meant  where nothing was found: what may have been meant, or null
/// @param engine which index answered
@Serdeable
public record SearchJson(
        long total,
        List<HitJson> hits,
        Map<String, List<FacetJson>> facets,
        @Nullable String next,
        @Nullable String meant,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable HistogramJson histogram,
        EngineJson engine) {

    static SearchJson of(Answer answer, Engine engine) {
        SearchResult result = answer.result();
        Map<String, List<FacetJson>> facets = new LinkedHashMap<>();
        result.facets()
                .forEach((facet, counts) -> facets.put(
                        facet.id(),
                        counts.stream()
                                .map(count -> new FacetJson(count.value(), count.count()))
                                .toList()));
        return new SearchJson(
                result.total(),
                result.hits().stream().map(HitJson::of).toList(),
                facets,
                result.next(),
                answer.meant(),
                HistogramJson.of(result.histogram()),
                new EngineJson(engine.analyzer(), engine.generation()));
    }

    /// A report that matches, with the sections that match best.
    @Serdeable
    public record HitJson(
            String report,
            @Nullable String title,
            @Nullable String organization,
            @Nullable String region,
            @Nullable Integer year,
            float score,
            List<SectionHitJson> sections) {
        static HitJson of(SearchResult.Hit hit) {
            return new HitJson(
                    hit.report().value(),
                    hit.title(),
                    hit.organization(),
                    hit.region(),
                    hit.year(),
                    hit.score(),
                    hit.sections().stream()
                            .map(section -> SectionHitJson.of(hit.report().value(), section))
                            .toList());
        }

        /// The hit as a row: its best section alone.
        static List<String> cells(SearchResult.Hit hit) {
            boolean none = hit.sections().isEmpty();
            return List.of(
                    hit.report().value(),
                    Objects.requireNonNullElse(hit.title(), ""),
                    Objects.requireNonNullElse(hit.organization(), ""),
                    Objects.requireNonNullElse(hit.region(), ""),
                    Objects.toString(hit.year(), ""),
                    Float.toString(hit.score()),
                    none ? "" : hit.sections().getFirst().heading(),
                    none ? "" : hit.sections().getFirst().snippet());
        }
    }

    /// A section that matches; `highlights` are places in the snippet, `span` and `place` (of the snippet) are
    /// places in the canonical text.
    ///
    /// @param page the first highlight's page, or null for formats without pages
    /// @param link the very place, for a browser
    @Serdeable
    public record SectionHitJson(
            String id,
            String heading,
            List<Integer> span,
            String snippet,
            List<List<Integer>> highlights,
            List<Integer> place,
            @Nullable Integer page,
            String link) {
        static SectionHitJson of(String report, SearchResult.SectionHit hit) {
            int first =
                    hit.highlights().isEmpty() ? 0 : hit.highlights().getFirst().start();
            int last = hit.highlights().isEmpty()
                    ? hit.snippet().length()
                    : hit.highlights().getFirst().end();
            return new SectionHitJson(
                    hit.id(),
                    hit.heading(),
                    span(hit.span()),
                    hit.snippet(),
                    hit.highlights().stream().map(SectionHitJson::span).toList(),
                    span(hit.place()),
                    hit.page(),
                    "/reports/" + report + "#" + (hit.place().start() + first) + "-"
                            + (hit.place().start() + last));
        }

        private static List<Integer> span(Span span) {
            return List.of(span.start(), span.end());
        }
    }

    /// A value and how many matching reports have it.
    @Serdeable
    public record FacetJson(String value, long count) {}

    /// How a number is distributed over the matching reports.
    ///
    /// @param missing reports that do not state it
    @Serdeable
    public record HistogramJson(
            String number, long stated, long missing, double least, double most, double sum, List<BarJson> bars) {
        static @Nullable HistogramJson of(@Nullable Histogram histogram) {
            return histogram == null
                    ? null
                    : new HistogramJson(
                            histogram.number(),
                            histogram.stated(),
                            histogram.missing(),
                            histogram.least(),
                            histogram.most(),
                            histogram.sum(),
                            histogram.bars().stream()
                                    .map(bar -> new BarJson(bar.from(), bar.to(), bar.count()))
                                    .toList());
        }
    }

    /// How many reports have a value from `from` on and below `to`.
    @Serdeable
    public record BarJson(double from, double to, long count) {}

    /// How text was read and by which names, and the generation of the documents.
    @Serdeable
    public record EngineJson(String analyzer, int generation) {}
}
