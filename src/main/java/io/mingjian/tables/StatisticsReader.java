package io.mingjian.tables;

import io.mingjian.ingest.Block;
import io.mingjian.ingest.Limits;
import io.mingjian.model.CellMarks;
import io.mingjian.model.Indicators;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads statistics tables, wherever they stand in a document. Safe to share between threads.
///
/// Such a table has no form to align it to: offices left rows out and put others in. So each row speaks for
/// itself, by its label; its figures are told by the head, and where they are more or fewer than the head has
/// columns, none of them is.
public final class StatisticsReader {
    private final Indicators indicators;
    private final IndicatorLabels labels;
    private final GlueCutter cutter;
    private final CellMarks marks;
    private final Limits.Shape shape;

    public StatisticsReader(ReportModel model, Limits.Shape shape) {
        this.indicators = model.indicators();
        this.labels = new IndicatorLabels(indicators);
        this.marks = model.cellMarks();
        this.shape = shape;
        this.cutter = new GlueCutter(
                indicators.rows().stream()
                        .flatMap(row -> Stream.concat(Stream.of(row), row.rows().stream()))
                        .flatMap(row -> row.labels().stream())
                        .toList(),
                marks);
    }

    /// The tables in order; none in a document that is too long to be looked through.
    ///
    /// @param others places of what has been read otherwise
    public List<StatisticsTable> read(Outline outline, List<Span> others) {
        CanonicalText text = outline.text();
        if (!hasSign(text)) {
            return List.of();
        }
        List<Block> blocks = outline.document().blocks().stream()
                .filter(block -> others.stream().noneMatch(block.span()::overlaps))
                .toList();
        List<TableSource> sources = TableSource.of(text, blocks);
        int size = sources.stream().mapToInt(TableSource::size).sum();
        int longest = sources.stream().mapToInt(TableSource::longestLine).max().orElse(0);
        if (size > shape.tableRows() || longest > shape.lineCharacters()) {
            return List.of();
        }
        StatisticsHead head = new StatisticsHead(indicators, outline.title().year());
        StatisticsRows rows = new StatisticsRows(text, marks, labels, head);
        for (PieceRow row : TableSource.rows(text, marks, sources).labelsFirst()) {
            rows.read(row, cut(text, row));
        }
        return rows.tables();
    }

    private boolean hasSign(CanonicalText text) {
        String characters = Squashed.of(text, text.span()).characters();
        return indicators.signs().stream().anyMatch(characters::contains);
    }

    /// The rows that stand in this one without anything between label and figure; none where it has cells.
    private List<PieceRow> cut(CanonicalText text, PieceRow row) {
        List<PieceRow> rows = new ArrayList<>(cutter.cut(text, List.of(row)));
        rows.removeIf(part -> part.parting() != Parting.NOTHING);
        return rows;
    }
}
