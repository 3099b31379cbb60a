package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.model.TableKind;
import io.mingjian.tables.Alignment.Attempt;
import io.mingjian.tables.Alignment.Fate;
import io.mingjian.tables.Alignment.How;
import io.mingjian.tables.Alignment.Reading;
import io.mingjian.tables.ColumnOrder.Trust;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Brings the values of the matched rows to their columns, row by row on the way down.
final class RowReader {
    private final TableKind kind;
    private final CanonicalText text;
    private final Head names;
    private final HeaderColumns head;
    private final ValuePlaces places;
    private final CellOrder begins;
    private final ColumnOrder columnOrder;
    private final CrowdedCells crowded;
    private final AttachedValues attached;
    /// Asked for only where a row has fewer values than columns.
    private @Nullable ShortRows shortRows;

    private final GluedRows gluedRows;
    private final List<RowAlignment.Match> matches;
    private final TableCells cells;
    private final Sums sums;
    private Optional<Attempt> totalsAlone = Optional.empty();

    /// @param sums   those that the form must fulfil
    /// @param reader reads what is written in a cell
    RowReader(
            TableKind kind,
            Unglue unglue,
            Sums sums,
            CanonicalText text,
            PieceReader reader,
            Head names,
            List<RowAlignment.Match> matches) {
        this.kind = kind;
        this.sums = sums;
        this.crowded = new CrowdedCells(text, reader);
        this.attached = new AttachedValues(text, reader);
        this.matches = List.copyOf(matches);
        this.begins = CellOrder.of(matches);
        this.text = text;
        this.names = names;
        this.head = names.places();
        this.columnOrder = new ColumnOrder(kind, head, matches);
        this.places = new ValuePlaces(text);
        this.gluedRows = new GluedRows(unglue, head, reader);
        this.cells = new TableCells(kind, head.units());
    }

    /// The cells of the matched rows, those first that can be read by themselves.
    TableCells read(List<PieceRow> rows) {
        IdentityHashMap<PieceRow, RowAlignment.Match> bySource = new IdentityHashMap<>();
        matches.forEach(match -> bySource.put(match.source(), match));
        List<RowAlignment.Match> fewer = new ArrayList<>();
        for (PieceRow row : rows) {
            RowAlignment.Match match = bySource.get(row);
            if (match == null) {
                head.learn(row);
            } else {
                if (names.standsBefore(row)) {
                    head.learn(row);
                }
                head.close();
                if (GluedRows.digits(row).isEmpty() && !read(match)) {
                    fewer.add(match);
                }
            }
        }
        fewer.forEach(this::readByPlace);
        gluedRows.decode(matches, cells);
        List<Attempt> attempts = new ArrayList<>(columnOrder.attempts());
        totalsAlone.ifPresent(attempts::add);
        cells.weighed(attempts);
        return cells;
    }

    /// Whether the row could be read by itself.
    private boolean read(RowAlignment.Match match) {
        List<Label> wanted = match.row().columns();
        PieceRow source = match.source();
        if ((source.isGrid() && readUnderHead(match)) || readNamed(match)) {
            return true;
        }
        ColumnOrder.Order order = columnOrder.of(wanted);
        Optional<List<Piece>> assigned =
                new ColumnAlignment(wanted.size(), order.total(), begins.begin(source)).assign(source.values());
        if (assigned.isPresent()) {
            places.learn(source, order.columns(), assigned.get());
            cells.put(match, order, assigned.get(), order.columns().equals(wanted) ? How.IN_ORDER : How.IN_HEAD_ORDER);
            return true;
        }
        Optional<List<Piece>> attached = this.attached.of(source, wanted.size(), kind.sumsUp() ? order.total() : -1);
        if (attached.isPresent()) {
            cells.put(match, order, attached.get(), How.JOINED_OR_PARTED);
            return true;
        }
        Optional<List<Piece>> parted =
                source.parting() == Parting.BLANKS ? Optional.empty() : crowded.parted(source.values(), wanted.size());
        if (parted.isPresent()) {
            cells.put(match, order, parted.get(), How.JOINED_OR_PARTED);
            return true;
        }
        return source.parting() == Parting.BLANKS
                && kind.sumsUp()
                && order.columns().equals(wanted)
                && reread(match);
    }

    /// Reads the values at the places of the head. Where blanks stand around them, the row may have been
    /// shifted against it: then the sums and the other rows have a say.
    private boolean readUnderHead(RowAlignment.Match match) {
        List<Label> wanted = match.row().columns();
        List<Label> byPlace = head.byPlace(wanted);
        Optional<List<Piece>> under = head.under(match.source(), byPlace);
        if (under.isEmpty() || (kind.sumsUp() && columnOrder.contradicts(byPlace, wanted))) {
            return false;
        }
        int total = byPlace.indexOf(wanted.getLast());
        List<Piece> values = match.source().values();
        int start = values.indexOf(under.get().getFirst());
        boolean inOneGo = start >= 0
                && start + wanted.size() <= values.size()
                && values.subList(start, start + wanted.size()).equals(under.get());
        Optional<CellOrder.Begin> begin = begins.begin(match.source())
                .or(() -> Optional.of(new CellOrder.Begin(under.get().getFirst().column(), true)));
        List<Piece> pieces = inOneGo && kind.sumsUp()
                ? new ColumnAlignment(wanted.size(), total, begin)
                        .assign(values)
                        .orElse(under.get())
                : under.get();
        cells.put(match, new ColumnOrder.Order(byPlace, total, Trust.SURE), pieces, How.UNDER_HEAD);
        return true;
    }

    /// Reads as many values as the head has columns, where these are fewer than the form's, or more. Without a
    /// grid the head may have lost some: then all rows must have as many values, and the sums, too, have a say.
    private boolean readNamed(RowAlignment.Match match) {
        List<Label> wanted = match.row().columns();
        List<String> named = kind.sumsUp() ? head.other(wanted) : List.of();
        PieceRow source = match.source();
        List<Piece> values = cells(source);
        if (named.isEmpty() || values.size() != named.size() || values.stream().noneMatch(RowReader::isWritten)) {
            return false;
        }
        boolean sure = source.isGrid() || addUp(named, wanted);
        if (source.isGrid() ? !head.stand(values) : !mayBe(named, wanted, sure)) {
            return false;
        }
        List<Label> columns = new ArrayList<>();
        List<Piece> pieces = new ArrayList<>();
        for (Label column : wanted) {
            int index = named.indexOf(column.id());
            if (index >= 0) {
                columns.add(column);
                pieces.add(sure ? values.get(index) : values.get(index).doubted(Unglue.DECODED));
            }
        }
        cells.put(match, columns, pieces, How.NAMED_COLUMNS);
        return true;
    }

    private static boolean isWritten(Piece piece) {
        return piece.content().isWritten();
    }

    /// Whether the head can be relied upon: it has all columns of the form and others, or nothing but the first
    /// and the total, or the sums confirm it; and no row has more values than it has columns.
    private boolean mayBe(List<String> named, List<Label> wanted, boolean confirmed) {
        boolean all = wanted.stream().allMatch(column -> named.contains(column.id()));
        boolean outer = named.stream()
                .allMatch(id -> id.isEmpty()
                        || id.equals(wanted.getFirst().id())
                        || id.equals(wanted.getLast().id()));
        return (all || outer || confirmed)
                && matches.stream()
                        .map(match -> cells(match.source()).size())
                        .allMatch(written -> written == 0 || written == named.size());
    }

    /// Whether every row that says something adds up, and one does: the columns of the form, or, where the head
    /// lacks some, all that it has.
    private boolean addUp(List<String> named, List<Label> wanted) {
        boolean all = wanted.stream().allMatch(column -> named.contains(column.id()));
        List<Integer> counted = IntStream.range(0, named.size())
                .filter(i -> !all || !named.get(i).isEmpty())
                .boxed()
                .toList();
        int total = counted.indexOf(named.indexOf(wanted.getLast().id()));
        List<List<Piece>> telling = matches.stream()
                .map(match -> cells(match.source()))
                .filter(values -> values.size() == named.size())
                .map(values -> counted.stream().map(values::get).toList())
                .filter(ColumnAlignment::says)
                .toList();
        return named.size() > 1
                && !telling.isEmpty()
                && telling.stream().allMatch(values -> ColumnAlignment.addsUp(values, total));
    }

    /// The cells of the row, empty ones as far as they left a trace.
    private static List<Piece> cells(PieceRow row) {
        return row.parting() == Parting.BLANKS ? row.written() : row.values();
    }

    private boolean reread(RowAlignment.Match match) {
        List<Label> wanted = match.row().columns();
        List<List<Piece>> possible = Rereading.of(text, match.source().written(), wanted.size());
        if (possible.size() == 1) {
            cells.put(match, wanted, possible.getFirst(), How.JOINED_OR_PARTED);
            return true;
        }
        return false;
    }

    /// That the only numbers are totals, which the sums down their column allow.
    private Attempt totalsAlone(boolean chosen) {
        Span all = matches.getFirst()
                .source()
                .span()
                .union(matches.getLast().source().span());
        Sums.Tally hold = new Sums.Tally(sums.downColumns().size(), 0);
        return new Attempt(kind.id(), Reading.TOTALS_ALONE, all, hold, chosen ? Fate.CHOSEN : Fate.REJECTED);
    }

    private void readByPlace(RowAlignment.Match match) {
        List<Label> wanted = match.row().columns();
        Optional<List<Piece>> placed = match.source().parting() == Parting.BLANKS
                ? places.place(match.source(), wanted, head)
                : Optional.empty();
        if (placed.isPresent()) {
            cells.put(match, wanted, placed.get(), How.BY_PLACE);
            return;
        }
        boolean named = head.has(wanted.getLast());
        ShortRows shortRows = shortRows();
        boolean mayTell = kind.sumsUp() && (!shortRows.areTotals() || head.mayHave(wanted.getLast()));
        Optional<List<Piece>> told = mayTell && columnOrder.of(wanted).columns().equals(wanted)
                ? shortRows.pieces(match, named)
                : Optional.empty();
        if (shortRows.areTotals() && !named) {
            totalsAlone = Optional.of(totalsAlone(told.isPresent()));
        }
        if (told.isPresent() && shortRows.areTotals() && !head.namesOthers(wanted.getLast())) {
            List<Piece> total = List.of(told.get().getLast());
            cells.put(match, List.of(wanted.getLast()), total, How.BY_TOTAL);
        } else if (told.isPresent()) {
            cells.put(match, wanted, told.get(), How.BY_TOTAL);
        } else {
            cells.putIllegible(match);
        }
    }

    private ShortRows shortRows() {
        ShortRows known = shortRows;
        if (known == null) {
            known = ShortRows.of(matches, sums);
            shortRows = known;
        }
        return known;
    }
}
