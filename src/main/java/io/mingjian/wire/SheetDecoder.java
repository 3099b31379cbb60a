package io.mingjian.wire;

import io.micronaut.serde.ObjectMapper;
import io.mingjian.service.supervision.SheetFollower.SheetReader;
import io.mingjian.store.supervision.Sheet;
import io.mingjian.store.supervision.Sheet.CellName;
import io.mingjian.store.supervision.Sheet.CellState;
import io.mingjian.store.supervision.Sheet.SheetCell;
import io.mingjian.store.supervision.Sheet.SheetFact;
import io.mingjian.store.supervision.Sheet.SheetFinding;
import io.mingjian.text.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Reads from the contract's JSON what is summed and handed on: the figures that were kept, corrections included.
public final class SheetDecoder implements SheetReader {
    private final ObjectMapper mapper;

    public SheetDecoder(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Sheet read(byte[] extraction) {
        try {
            return of(Objects.requireNonNull(mapper.readValue(extraction, ExtractionJson.class), "null is none"));
        } catch (IOException e) {
            throw new UncheckedIOException("not an extraction", e);
        }
    }

    /// The figures of an extraction.
    public static Sheet of(ExtractionJson extraction) {
        List<SheetCell> cells = new ArrayList<>();
        for (TableJson table : extraction.tables()) {
            table.cells().forEach(cell -> cells.add(cell(table.id(), cell)));
        }
        return new Sheet(
                cells,
                extraction.facts().stream().map(SheetDecoder::fact).toList(),
                extraction.findings().stream().map(SheetDecoder::finding).toList());
    }

    private static SheetCell cell(String table, TableJson.CellJson cell) {
        Integer page = cell.page();
        return new SheetCell(
                new CellName(table, cell.row(), cell.column()),
                CellState.valueOf(cell.state().toUpperCase(Locale.ROOT)),
                cell.value(),
                span(cell.span()),
                page == null ? 0 : page);
    }

    private static SheetFact fact(FactJson fact) {
        return new SheetFact(
                fact.metric(),
                fact.value(),
                fact.unit(),
                fact.approximation(),
                fact.channel(),
                fact.account(),
                fact.category(),
                fact.scope(),
                fact.period(),
                fact.year(),
                fact.quote(),
                new Span(fact.span().get(0), fact.span().get(1)),
                fact.section(),
                fact.confidence());
    }

    /// What was kept before findings had a place and a fingerprint has neither.
    private static SheetFinding finding(FindingJson finding) {
        return new SheetFinding(
                finding.rule(),
                finding.severity(),
                finding.verdict(),
                Objects.requireNonNullElse(finding.place(), ""),
                finding.message(),
                finding.expected(),
                finding.actual(),
                Objects.requireNonNullElse(finding.fingerprint(), ""),
                finding.spans().stream()
                        .map(span -> new Span(span.get(0), span.get(1)))
                        .toList());
    }

    private static @Nullable Span span(@Nullable List<Integer> span) {
        return span == null ? null : new Span(span.get(0), span.get(1));
    }
}
