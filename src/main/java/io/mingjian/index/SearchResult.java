package io.mingjian.index;

import io.mingjian.index.SearchRequest.Facet;
import io.mingjian.store.ReportId;
import io.mingjian.text.Span;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was found.
///
/// @param total how many reports match
/// @param hits  the reports of this page, the best first
/// @param facets how many of all matching reports have which value, the most frequent first
public record SearchResult(long total, List<Hit> hits, Map<Facet, List<FacetCount>> facets) {
    public SearchResult {
        hits = List.copyOf(hits);
        EnumMap<Facet, List<FacetCount>> copy = new EnumMap<>(Facet.class);
        facets.forEach((facet, counts) -> copy.put(facet, List.copyOf(counts)));
        facets = Collections.unmodifiableMap(copy);
    }

    /// A report that matches, with its best sections; none where it matches by its title only.
    public record Hit(
            ReportId report,
            @Nullable String title,
            @Nullable String organization,
            @Nullable Integer year,
            float score,
            List<SectionHit> sections) {
        public Hit {
            sections = List.copyOf(sections);
        }
    }

    /// A section that matches.
    ///
    /// @param span       the section's place in the canonical text
    /// @param snippet    its best passage, on one line
    /// @param highlights places in the snippet, in order, neither overlapping nor touching
    public record SectionHit(String id, String heading, Span span, String snippet, List<Span> highlights) {
        public SectionHit {
            highlights = List.copyOf(highlights);
        }
    }

    /// A value and how many matching reports have it.
    public record FacetCount(String value, long count) {}
}
