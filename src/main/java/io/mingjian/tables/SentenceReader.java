package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.tables.Alignment.How;
import io.mingjian.tables.Alignment.RowReading;
import io.mingjian.tables.NamedFigures.Named;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import io.mingjian.text.Squashed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads sentences that say what a table would: the label of a row and a colon, then figures, each behind the
/// label of its column; or the label of a column and its rows in the same way.
///
/// A label stands there to the letter and begins where a part of the sentence begins, else it belongs to other
/// words. What is told twice, and differently, is told in no way.
final class SentenceReader {
    /// Nobody looks for a column in other words than its label's, but the line might be one of last year.
    private static final double TOLD = 0.95;

    private final TableKind kind;
    private final CellMarks marks;
    private final Names rows;
    private final List<Label> columns;
    private final Names columnNames;

    SentenceReader(TableKind kind, CellMarks marks) {
        this.kind = kind;
        this.marks = marks;
        this.rows = new Names(kind.rows().stream().map(TableKind.Row::label).toList());
        this.columns = kind.rows().stream()
                .flatMap(row -> row.columns().stream())
                .distinct()
                .toList();
        this.columnNames = new Names(columns);
    }

    /// What sentences say of a table.
    record Told(Map<CellKey, Cell> cells, Span span, List<RowReading> readings) {}

    /// Empty where they say less than two rows of the form, or all of fewer.
    Optional<Told> read(CanonicalText text, List<PieceRow> source) {
        Map<CellKey, List<Piece>> pieces = new LinkedHashMap<>();
        for (Span passage : passages(source)) {
            if (mayTell(text.folded(), passage)) {
                new Passage(text, Squashed.of(text, passage), pieces).read();
            }
        }
        long told = pieces.keySet().stream().map(CellKey::row).distinct().count();
        return told < Math.min(2, kind.rows().size()) ? Optional.empty() : Optional.of(told(pieces));
    }

    /// Whether a colon stands behind what a label may end with.
    private boolean mayTell(String folded, Span passage) {
        int colon = folded.indexOf(':', passage.start(), passage.end());
        while (colon >= 0) {
            int last = colon - 1;
            while (last >= passage.start() && Folding.isSpace(folded.charAt(last))) {
                last--;
            }
            boolean may = last >= passage.start()
                    && (rows.mayEndWith(folded.charAt(last)) || columnNames.mayEndWith(folded.charAt(last)));
            if (may) {
                return true;
            }
            colon = folded.indexOf(':', colon + 1, passage.end());
        }
        return false;
    }

    /// What stands between grids.
    private static List<Span> passages(List<PieceRow> source) {
        List<Span> passages = new ArrayList<>();
        boolean open = false;
        for (PieceRow row : source) {
            if (row.isGrid()) {
                open = false;
            } else {
                passages.add(open ? passages.removeLast().union(row.span()) : row.span());
                open = true;
            }
        }
        return passages;
    }

    private Told told(Map<CellKey, List<Piece>> pieces) {
        Map<CellKey, Cell> cells = new HashMap<>();
        List<RowReading> readings = new ArrayList<>();
        Optional<Span> all = Optional.empty();
        for (TableKind.Row row : kind.rows()) {
            Optional<Span> span = Optional.empty();
            List<String> ids = new ArrayList<>();
            for (Label column : row.columns()) {
                CellKey key = new CellKey(row.label().id(), column.id());
                List<Piece> said = pieces.getOrDefault(key, List.of());
                if (!said.isEmpty()) {
                    Piece one = one(said);
                    cells.put(key, CellReader.cell(key, one, column, TOLD));
                    ids.add(column.id());
                    span = Optional.of(span.map(one.span()::union).orElse(one.span()));
                }
            }
            if (span.isPresent()) {
                readings.add(new RowReading(row.label().id(), span.get(), TOLD, How.NAMED, 1, ids));
                all = Optional.of(all.map(span.get()::union).orElse(span.get()));
            }
        }
        return new Told(cells, all.orElseThrow(), readings);
    }

    /// What is told of a cell; one of several where it is told differently.
    private static Piece one(List<Piece> said) {
        Piece first = said.getFirst();
        if (said.stream().map(SentenceReader::alike).distinct().count() == 1) {
            return first;
        }
        List<BigDecimal> candidates = said.stream()
                .flatMap(piece -> piece.content() instanceof Content.Figure figure
                        ? Optional.of(figure.value().stripTrailingZeros()).stream()
                        : Optional.<BigDecimal>empty().stream())
                .distinct()
                .sorted()
                .toList();
        return new Piece(first.span(), first.column(), 1, new Content.Several(candidates));
    }

    private static Object alike(Piece piece) {
        return piece.content() instanceof Content.Figure figure ? figure.value().stripTrailingZeros() : piece.content();
    }

    /// Sentences one behind the other, as they are read into pieces.
    private final class Passage {
        private final String characters;
        private final NamedFigures figures;
        private final Map<CellKey, List<Piece>> pieces;

        private Passage(CanonicalText text, Squashed words, Map<CellKey, List<Piece>> pieces) {
            this.characters = words.characters();
            this.figures = new NamedFigures(text, words, marks);
            this.pieces = pieces;
        }

        /// From one colon behind a label to the next.
        private void read() {
            List<Integer> colons = new ArrayList<>();
            for (int i = characters.indexOf(':'); i >= 0; i = characters.indexOf(':', i + 1)) {
                if (start(rows, i) >= 0 || start(columnNames, i) >= 0) {
                    colons.add(i);
                }
            }
            for (int i = 0; i < colons.size(); i++) {
                int colon = colons.get(i);
                int next = i + 1 == colons.size() ? characters.length() : colons.get(i + 1);
                int limit = i + 1 == colons.size()
                        ? next
                        : Math.max(colon + 1, Math.max(start(rows, next), start(columnNames, next)));
                int stop = characters.indexOf('。', colon);
                read(colon, stop < 0 ? limit : Math.min(stop, limit));
            }
        }

        /// Where the label that ends there begins; -1 where none does.
        private int start(Names names, int end) {
            return names.endingAt(characters, end)
                    .map(name -> end - name.length())
                    .filter(figures::isBeginning)
                    .orElse(-1);
        }

        private void read(int colon, int end) {
            Optional<TableKind.Row> row = start(rows, colon) < 0
                    ? Optional.empty()
                    : rows.endingAt(characters, colon).map(name -> kind.rows().get(name.index()));
            Optional<Label> column = start(columnNames, colon) < 0
                    ? Optional.empty()
                    : columnNames.endingAt(characters, colon).map(name -> columns.get(name.index()));
            List<Named> across = row.isPresent() ? figures.behind(columnNames, colon + 1, end) : List.of();
            List<Named> down = column.isPresent() ? figures.behind(rows, colon + 1, end) : List.of();
            if (row.isPresent() && across.size() >= down.size() + (column.isPresent() ? 1 : 0)) {
                TableKind.Row told = row.get();
                across.forEach(one -> put(told, columns.get(one.name()), one.piece()));
                figures.at(colon + 1, end).ifPresent(piece -> putAlone(told, piece));
            } else if (column.isPresent() && down.size() > across.size()) {
                Label told = column.get();
                down.forEach(one -> put(kind.rows().get(one.name()), told, one.piece()));
            }
        }

        /// A figure directly behind the label of a row: of its only column, or the total.
        private void putAlone(TableKind.Row row, Piece piece) {
            if (row.columns().size() == 1) {
                put(row, row.columns().getFirst(), piece);
            } else if (kind.sumsUp()) {
                put(row, row.columns().getLast(), piece.doubted(Unglue.DECODED));
            }
        }

        private void put(TableKind.Row row, Label column, Piece piece) {
            if (row.columns().contains(column)) {
                pieces.computeIfAbsent(new CellKey(row.label().id(), column.id()), key -> new ArrayList<>())
                        .add(piece);
            }
        }
    }
}
