package io.mingjian.index;

import io.mingjian.index.query.Facet;
import io.mingjian.store.ReportId;
import io.mingjian.text.Span;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was found.
///
/// @param total       how many reports match
/// @param hits        the reports of this page, in the order asked for
/// @param facets those that were asked for: how many of all matching reports have which value, the most
/// frequent first
/// @param histogram   the distribution that was asked for, or null
/// @param next        where the next page begins, or null at the end
/// @param corrections where nothing was found: what may have been meant
public record SearchResult(
        long total,
        List<Hit> hits,
        Map<Facet, List<FacetCount>> facets,
        @Nullable Histogram histogram,
        @Nullable String next,
        List<Correction> corrections) {
    public SearchResult {
        hits = List.copyOf(hits);
        EnumMap<Facet, List<FacetCount>> copy = new EnumMap<>(Facet.class);
        facets.forEach((facet, counts) -> copy.put(facet, List.copyOf(counts)));
        facets = Collections.unmodifiableMap(copy);
        corrections = List.copyOf(corrections);
    }

    /// A report that matches, with its best sections; none where it matches by its title or its numbers only.
    ///
    /// @param news the number of the last change after which a reader should look at it again
    public record Hit(
            ReportId report,
            @Nullable String title,
            @Nullable String organization,
            @Nullable String region,
            @Nullable Integer year,
            long news,
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
    /// @param place      the passage's place in the canonical text
    /// @param highlights places in the snippet, in order, neither overlapping nor touching
    /// @param page       the page on which the passage begins, from 1, or null for formats without pages
    public record SectionHit(
            String id,
            String heading,
            Span span,
            String snippet,
            Span place,
            List<Span> highlights,
            @Nullable Integer page) {
        public SectionHit {
            highlights = List.copyOf(highlights);
        }
    }

    /// A value and how many matching reports have it.
    public record FacetCount(String value, long count) {}

    /// How a number is distributed over the matching reports.
    ///
    /// @param stated  reports that state it
    /// @param missing reports that do not
    /// @param least   the least value; 0 where none is stated
    /// @param most    the greatest value; 0 where none is stated
    /// @param sum     of all values
    public record Histogram(
            String number, long stated, long missing, double least, double most, double sum, List<Bar> bars) {
        public Histogram {
            bars = List.copyOf(bars);
        }
    }

    /// How many reports have a value from `from` on and below `to`.
    public record Bar(double from, double to, long count) {}

    /// What may have been meant.
    public record Correction(String written, String meant) {}
}
