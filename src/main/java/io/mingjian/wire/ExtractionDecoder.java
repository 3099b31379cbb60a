package io.mingjian.wire;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.index.IndexedReport;
import io.mingjian.index.IndexedReport.IndexedSection;
import io.mingjian.index.ReportDecoder;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.store.ReportId;
import io.mingjian.text.Span;
import io.mingjian.wire.ExtractionJson.ReportJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Reads from the contract's JSON what the search index needs: what is searched is what was kept, the first time
/// and at every rebuild.
public final class ExtractionDecoder implements ReportDecoder {
    /// What stands before the first heading.
    private static final String PREAMBLE = "preamble";

    private final ObjectMapper mapper;
    private final SearchLanguage language;

    /// @param language names the numbers that are made of others
    public ExtractionDecoder(ObjectMapper mapper, SearchLanguage language) {
        this.mapper = mapper;
        this.language = language;
    }

    @Override
    public IndexedReport decode(ReportId id, byte[] extraction, String text) {
        return decode(language, id, read(extraction), text);
    }

    /// What the index needs of an extraction that is at hand.
    public static IndexedReport decode(SearchLanguage language, ReportId id, ExtractionJson json, String text) {
        ReportJson report = json.report();
        return new IndexedReport(
                id,
                new IndexedReport.Profile(
                        report.title(),
                        report.organization(),
                        report.region(),
                        report.level(),
                        report.year(),
                        report.form()),
                text,
                sections(json, text),
                json.document().pageMap(),
                language.numbers(new Stated(json).numbers()),
                json.findings().stream().map(FindingJson::rule).distinct().toList());
    }

    private ExtractionJson read(byte[] extraction) {
        try {
            return Objects.requireNonNull(mapper.readValue(extraction, ExtractionJson.class), "null is no extraction");
        } catch (IOException e) {
            throw new UncheckedIOException("not an extraction", e);
        }
    }

    private static List<IndexedSection> sections(ExtractionJson json, String text) {
        List<IndexedSection> sections = new ArrayList<>();
        int before = json.sections().isEmpty()
                ? text.length()
                : json.sections().getFirst().span().getFirst();
        if (before > 0) {
            String title = json.report().title();
            sections.add(new IndexedSection(PREAMBLE, title == null ? "" : title, new Span(0, before)));
        }
        for (SectionJson section : json.sections()) {
            Span span = new Span(section.span().get(0), section.span().get(1));
            sections.add(new IndexedSection(section.id(), section.heading(), span));
        }
        return sections;
    }

    /// What a report states as a number, by its id. What is blank, absent or illegible is not there.
    private record Stated(ExtractionJson json) {
        private static final String SUBORDINATE = "subordinate";

        Map<String, BigDecimal> numbers() {
            Map<String, BigDecimal> numbers = new LinkedHashMap<>();
            Integer year = json.report().year();
            if (year != null) {
                numbers.put("year", BigDecimal.valueOf(year));
            }
            json.findings()
                    .forEach(finding ->
                            numbers.merge("findings." + finding.severity(), BigDecimal.ONE, BigDecimal::add));
            for (TableJson table : json.tables()) {
                for (TableJson.CellJson cell : table.cells()) {
                    if (cell.value() != null) {
                        numbers.putIfAbsent(table.id() + "." + cell.row() + "." + cell.column(), cell.value());
                    }
                }
            }
            // A total stands before its parts, which say what they are about; of several totals the greatest.
            facts(numbers, false);
            facts(numbers, true);
            return numbers;
        }

        private void facts(Map<String, BigDecimal> numbers, boolean parts) {
            Map<String, BigDecimal> found = new LinkedHashMap<>();
            for (FactJson fact : json.facts()) {
                boolean own = fact.period().equals("year") && !SUBORDINATE.equals(fact.scope());
                if (own && parts == (fact.category() != null)) {
                    String channel = fact.channel();
                    String id = channel == null ? fact.metric() : fact.metric() + "." + channel;
                    found.merge(id, fact.value(), BigDecimal::max);
                }
            }
            found.forEach(numbers::putIfAbsent);
        }
    }
}
