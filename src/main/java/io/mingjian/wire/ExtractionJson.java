package io.mingjian.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.metrics.Candidate;
import io.mingjian.outline.ReportTitle;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One extracted report as the contract writes it. Spans are `[start, end)` in UTF-16 units of the canonical text.
///
/// @param waived   findings that somebody accepted; not written where there are none
/// @param outcomes what became of every rule; null in what was kept before there were any
/// @param candidates every number of the prose with what became of it, written only where it was asked for
/// @param text       the canonical text, written only where it was asked for
@Serdeable
public record ExtractionJson(
        String model,
        DocumentJson document,
        ReportJson report,
        List<SectionJson> sections,
        List<TableJson> tables,
        List<FactJson> facts,
        List<FindingJson> findings,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<WaivedJson> waived,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<OutcomeJson> outcomes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<CandidateJson> candidates,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String text) {
    public ExtractionJson {
        sections = List.copyOf(sections);
        tables = List.copyOf(tables);
        facts = List.copyOf(facts);
        findings = List.copyOf(findings);
        waived = waived == null ? null : List.copyOf(waived);
        candidates = candidates == null ? null : List.copyOf(candidates);
    }

    /// The extraction in the form of the contract.
    ///
    /// @param candidates the numbers of the prose, or null where they are not to be written
    public static ExtractionJson of(Extraction extraction, boolean includeText, @Nullable List<Candidate> candidates) {
        SourceDocument document = extraction.document();
        return new ExtractionJson(
                extraction.model(),
                DocumentJson.of(document),
                ReportJson.of(extraction.outline().title(), extraction.form()),
                extraction.outline().sections().stream().map(SectionJson::of).toList(),
                extraction.tables().stream()
                        .map(table -> TableJson.of(table, document))
                        .toList(),
                extraction.facts().stream()
                        .map(fact -> FactJson.of(fact, document.text()))
                        .toList(),
                extraction.findings().stream().map(FindingJson::of).toList(),
                WaivedJson.of(extraction.outcomes()),
                extraction.outcomes().stream().map(OutcomeJson::of).toList(),
                candidates == null
                        ? null
                        : candidates.stream()
                                .map(candidate -> CandidateJson.of(candidate, document.text()))
                                .toList(),
                includeText ? document.text().value() : null);
    }

    /// The file that was read.
    ///
    /// @param pages      how many pages, or null for formats without pages
    /// @param pageStarts where each page begins in the canonical text; empty for formats without pages
    /// @param pagesBeside what stands on another page than the text around it, each as start, end and page; not
    ///                   written where nothing does
    /// @param characters length of the canonical text in UTF-16 units
    /// @param unreadPictures how many pictures that may hold a table or text were not read; not written where none
    ///                       was left
    /// @param recognized true where the text was recognised from pictures of pages, else not written
    @Serdeable
    @SuppressWarnings("NullAway") // of the mapper, see pageStarts
    public record DocumentJson(
            String name,
            String mediaType,
            @Nullable String charset,
            String sha256,
            long bytes,
            @Nullable Integer pages,
            List<Integer> pageStarts,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            List<List<Integer>> pagesBeside,

            int characters,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Boolean recognized,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Integer unreadPictures) {
        public DocumentJson {
            // What was kept before pages were noted has none.
            pageStarts = pageStarts == null ? List.of() : List.copyOf(pageStarts);
        }

        /// Where the pages begin, and what stands beside them.
        public PageMap pageMap() {
            List<PageMap.Beside> beside = new ArrayList<>();
            for (List<Integer> part : pagesBeside == null ? List.<List<Integer>>of() : pagesBeside) {
                beside.add(new PageMap.Beside(new Span(part.get(0), part.get(1)), part.get(2)));
            }
            return new PageMap(pageStarts, beside);
        }

        private static @Nullable List<List<Integer>> beside(PageMap pages) {
            return pages.beside().isEmpty()
                    ? null
                    : pages.beside().stream()
                            .map(part ->
                                    List.of(part.span().start(), part.span().end(), part.page()))
                            .toList();
        }

        static DocumentJson of(SourceDocument document) {
            int pages = document.pages().count();
            return new DocumentJson(
                    document.name(),
                    document.mediaType(),
                    document.charset(),
                    document.sha256(),
                    document.bytes(),
                    pages == 0 ? null : pages,
                    document.pages().starts(),
                    beside(document.pages()),
                    document.text().length(),
                    document.recognized() ? Boolean.TRUE : null,
                    document.unreadPictures() == 0 ? null : document.unreadPictures());
        }
    }

    /// Whose report of which year it is, as far as the document says. Dates are ISO.
    @Serdeable
    public record ReportJson(
            @Nullable String title,
            @Nullable String organization,
            @Nullable String level,
            @Nullable String region,
            @Nullable Integer year,
            @Nullable String periodStart,
            @Nullable String periodEnd,
            @Nullable String form) {
        static ReportJson of(ReportTitle title, @Nullable String form) {
            return new ReportJson(
                    title.title(),
                    title.organization(),
                    title.level(),
                    title.region(),
                    title.year(),
                    Objects.toString(title.periodStart(), null),
                    Objects.toString(title.periodEnd(), null),
                    form);
        }
    }

    /// `[start, end]`, as the contract writes a span.
    static List<Integer> span(Span span) {
        return List.of(span.start(), span.end());
    }

    /// The number without exponent and without zeros that say nothing: 1.20E+3 is 1200.
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /// The constant's name as the contract writes it: `AT_LEAST` → `at_least`.
    static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
