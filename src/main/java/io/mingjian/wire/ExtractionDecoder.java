package io.mingjian.wire;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.index.IndexedReport;
import io.mingjian.index.IndexedReport.IndexedSection;
import io.mingjian.index.ReportDecoder;
import io.mingjian.store.ReportId;
import io.mingjian.text.Span;
import io.mingjian.wire.ExtractionJson.ReportJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Reads from the contract's JSON what the search index needs: what is searched is what was kept, the first time and at
/// every rebuild.
public final class ExtractionDecoder implements ReportDecoder {
    /// What stands before the first heading.
    private static final String PREAMBLE = "preamble";

    private final ObjectMapper mapper;

    public ExtractionDecoder(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public IndexedReport decode(ReportId id, byte[] extraction, String text) {
        ExtractionJson json = read(extraction);
        ReportJson report = json.report();
        return new IndexedReport(
                id,
                report.title(),
                report.organization(),
                report.level(),
                report.year(),
                report.form(),
                text,
                sections(json, text));
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
}
