package io.mingjian.wire;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.checks.Report;
import io.mingjian.ingest.SourceDocument;
import io.mingjian.metrics.Approximation;
import io.mingjian.metrics.Fact;
import io.mingjian.metrics.Period;
import io.mingjian.metrics.Scope;
import io.mingjian.outline.Outline;
import io.mingjian.outline.ReportTitle;
import io.mingjian.outline.Section;
import io.mingjian.service.ReportReader;
import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.tables.StatutoryTable;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads the contract's JSON back into what rules are held against. Blocks are not kept, and no rule needs them;
/// whether the text was repaired is not kept either, so that damage of that kind is told when a file is read and
/// not afterwards.
public final class JsonReportReader implements ReportReader {
    private static final Span NOWHERE = new Span(0, 0);

    private final ObjectMapper mapper;

    public JsonReportReader(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Found read(byte[] extraction, String text) {
        try {
            ExtractionJson json =
                    Objects.requireNonNull(mapper.readValue(extraction, ExtractionJson.class), "null is no extraction");
            Set<String> fingerprints = json.findings().stream()
                    .map(FindingJson::fingerprint)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return new Found(of(json, CanonicalText.of(text)), fingerprints);
        } catch (IOException e) {
            throw new UncheckedIOException("not an extraction", e);
        }
    }

    private static Report of(ExtractionJson json, CanonicalText text) {
        SourceDocument document = new SourceDocument(
                json.document().name(),
                json.document().mediaType(),
                json.document().charset(),
                json.document().sha256(),
                json.document().bytes(),
                text,
                List.of(),
                json.document().pageMap(),
                Map.of(),
                false,
                Boolean.TRUE.equals(json.document().recognized()),
                Objects.requireNonNullElse(json.document().unreadPictures(), 0));
        Outline outline = new Outline(
                document,
                title(json.report()),
                List.of(),
                json.sections().stream().map(JsonReportReader::section).toList());
        return new Report(
                outline,
                json.tables().stream().map(JsonReportReader::table).toList(),
                json.facts().stream().map(JsonReportReader::fact).toList());
    }

    private static ReportTitle title(ExtractionJson.ReportJson report) {
        return new ReportTitle(
                report.title(),
                null,
                report.organization(),
                report.level(),
                report.region(),
                report.year(),
                date(report.periodStart()),
                date(report.periodEnd()));
    }

    private static @Nullable LocalDate date(@Nullable String iso) {
        return iso == null ? null : LocalDate.parse(iso);
    }

    private static Section section(SectionJson section) {
        return new Section(
                section.id(),
                section.number(),
                section.heading(),
                span(section.headingSpan()),
                span(section.span()),
                List.of(),
                section.children().stream().map(JsonReportReader::section).toList());
    }

    private static StatutoryTable table(TableJson table) {
        return new StatutoryTable(
                table.id(),
                table.form(),
                span(table.span()),
                table.cells().stream().map(JsonReportReader::cell).toList());
    }

    private static Cell cell(TableJson.CellJson cell) {
        CellKey key = new CellKey(cell.row(), cell.column());
        Span span = cell.span() == null ? NOWHERE : span(cell.span());
        return switch (cell.state()) {
            case "stated" ->
                new Cell.Stated(
                        key,
                        Objects.requireNonNull(cell.value(), "a stated cell has a value"),
                        span,
                        cell.confidence() == null ? 1 : cell.confidence(),
                        Boolean.TRUE.equals(cell.decoded()));
            case "blank" -> new Cell.Blank(key, span);
            case "not_applicable" -> new Cell.NotApplicable(key, span);
            case "illegible" -> new Cell.Illegible(key, span);
            default -> new Cell.Absent(key);
        };
    }

    private static Fact fact(FactJson fact) {
        return new Fact(
                fact.metric(),
                fact.value(),
                fact.unit(),
                constant(Approximation.class, fact.approximation()),
                fact.channel(),
                fact.account(),
                fact.category(),
                constant(Scope.class, fact.scope()),
                Period.valueOf(fact.period().toUpperCase(Locale.ROOT)),
                fact.year(),
                span(fact.span()),
                fact.valueSpan() == null ? span(fact.span()) : span(fact.valueSpan()),
                fact.section(),
                fact.confidence());
    }

    private static <E extends Enum<E>> @Nullable E constant(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }

    private static Span span(List<Integer> span) {
        return new Span(span.getFirst(), span.getLast());
    }
}
