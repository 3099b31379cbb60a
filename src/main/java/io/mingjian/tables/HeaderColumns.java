package io.mingjian.tables;

import io.mingjian.model.CellMarks;
import io.mingjian.model.Label;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Where the columns of a form stand, learned from the heads met on the way down.
///
/// A head may be repeated after a page break, or be missing there: what was learned before then goes on to
/// hold. A head of several rows is put together: the labels of a lower row stand where the upper row has the
/// group they belong to.
final class HeaderColumns {
    private static final double LIKE = 0.8;
    /// Columns of a form that stand outside of the innermost group: the first and the last.
    private static final int OUTSIDE_GROUP = 2;
    /// Characters of what stands before the only column of a head: 项目 自然人.
    private static final int LONGEST_BEFORE = 6;

    private final List<Label> columns;
    private final List<Wording> wordings;
    private final List<Wording> headers;
    private final LabelSequence sequence;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Span> spans = new HashMap<>();
    private final List<String> order = new ArrayList<>();
    /// Columns named in a head that could not be told from other words.
    private final Set<String> hinted = new HashSet<>();
    /// The columns of the head as they came, one behind the other, and where the innermost group was named.
    private final List<String> printed = new ArrayList<>();
    private int groupPrinted = -1;
    /// What the head says at each place of its line or grid: a column's id, or nothing where it is another
    /// word.
    private final TreeMap<Integer, String> named = new TreeMap<>();
    /// Where the labels of the next row of the head go in `order`.
    private int group = -1;
    private int innermost = -1;
    private int groupPlace = -1;
    private final HeadUnits units;
    private boolean open;
    private boolean damaged;
    /// Whether some labels came in one run of words, without places.
    private boolean runs;
    private int rows;
    /// What the head has, as of so many rows of it.
    private List<String> known = List.of();

    private int knownRows;

    /// @param sequence of the columns among the headers
    HeaderColumns(
            List<Label> columns,
            List<Wording> wordings,
            List<Wording> headers,
            LabelSequence sequence,
            CellMarks marks) {
        this.units = new HeadUnits(marks);
        this.columns = columns;
        this.wordings = wordings;
        this.headers = headers;
        this.sequence = sequence;
    }

    /// Takes note of the labels of a row of a head.
    void learn(PieceRow row) {
        rows++;
        int inserted = open ? group : -1;
        boolean fresh = !open;
        List<Optional<String>> said = row.pieces().stream()
                .map(piece -> piece.content() instanceof Content.Words words ? column(words) : Optional.<String>empty())
                .toList();
        boolean isHead = said.stream().anyMatch(Optional::isPresent)
                || row.pieces().stream()
                        .anyMatch(piece -> piece.content() instanceof Content.Words words && isGroup(words));
        for (int i = 0; i < said.size(); i++) {
            Piece piece = row.pieces().get(i);
            if (!(piece.content() instanceof Content.Words words)) {
                continue;
            }
            Optional<String> column = said.get(i);
            if (isHead) {
                begin();
                named.put(piece.column(), column.orElse(""));
            }
            if (column.isPresent()) {
                damaged |= !isWhole(column.get(), words);
                columns.stream()
                        .filter(label -> label.id().equals(column.get()))
                        .forEach(label -> units.learn(label, words.wording()));
                printed.add(column.get());
                places.put(column.get(), piece.column());
                spans.put(column.get(), piece.span());
                inserted = insert(column.get(), inserted);
                inserted = fresh && isBehindGroup(column.get(), row) ? innermost : inserted;
            } else if (isGroup(words)) {
                group = inserted >= 0 ? inserted : order.size();
                innermost = isInnermostGroup(words) ? group : -1;
                groupPlace = innermost >= 0 ? piece.column() : groupPlace;
                groupPrinted = innermost >= 0 ? printed.size() : groupPrinted;
            } else {
                inserted = learnRun(words, inserted);
            }
        }
    }

    /// Whether the column stands directly behind its neighbours' group although it is none of them: all cells
    /// of the head stand in one row, those of its lower row last.
    private boolean isBehindGroup(String column, PieceRow row) {
        boolean directly =
                group >= 0 && order.size() == group + 1 && order.get(group).equals(column);
        return directly
                && group < OUTSIDE_GROUP
                && (column.equals(columns.getLast().id()) || !endsInTotal(row));
    }

    /// Whether the total is the last column that the row names.
    private boolean endsInTotal(PieceRow row) {
        String last = "";
        for (Piece piece : row.pieces()) {
            if (piece.content() instanceof Content.Words words) {
                last = column(words).orElse(last);
            }
        }
        return last.equals(columns.getLast().id());
    }

    private int learnRun(Content.Words words, int inserted) {
        List<Integer> labels = sequence.in(words);
        List<Integer> named =
                labels.stream().filter(label -> label >= 0).distinct().toList();
        if (named.size() < 2) {
            named.forEach(label -> hint(columns.get(label), words));
            return inserted;
        }
        begin();
        runs = true;
        int next = inserted;
        for (int label : labels) {
            if (label >= 0) {
                printed.add(columns.get(label).id());
                next = insert(columns.get(label).id(), next);
            } else {
                group = next >= 0 ? next : order.size();
                innermost = label == -headers.size() ? group : innermost;
                groupPrinted = printed.size();
            }
        }
        return next;
    }

    /// Takes note of a column that is named behind some other word of a head, as far as so few words can be
    /// one.
    private void hint(Label column, Content.Words words) {
        boolean last = column.wordings().stream()
                .map(Folding::squash)
                .anyMatch(wording -> words.bare().equals(words.wording())
                        && words.wording().endsWith(wording)
                        && words.wording().length() - wording.length() <= LONGEST_BEFORE);
        if (last) {
            hinted.add(column.id());
        }
    }

    /// Puts the column where the group of the row above stands, else at the end; gives the place behind it.
    private int insert(String column, int at) {
        order.remove(column);
        boolean inGroup = at >= 0 && at <= order.size();
        order.add(inGroup ? at : order.size(), column);
        return inGroup ? at + 1 : at;
    }

    /// The units that the head states.
    HeadUnits units() {
        return units;
    }

    /// How many rows it has learned from: what it says changes with them only.
    int rows() {
        return rows;
    }

    /// The head is over; the next label begins another one.
    void close() {
        open = false;
    }

    private void begin() {
        if (!open) {
            open = true;
            group = -1;
            innermost = -1;
            groupPlace = -1;
            groupPrinted = -1;
            order.clear();
            printed.clear();
            named.clear();
            runs = false;
        }
    }

    private boolean isWhole(String id, Content.Words words) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).id().equals(id)) {
                return wordings.get(i).fitsBare(words, 1) > 0 || wordings.get(i).fitsWhole(words, 1) > 0;
            }
        }
        return false;
    }

    private Optional<String> column(Content.Words words) {
        double best = LIKE;
        Optional<String> column = Optional.empty();
        for (int i = 0; i < columns.size(); i++) {
            double fit = Math.max(
                    wordings.get(i).fitsBare(words, LIKE), wordings.get(i).fitsWhole(words, LIKE));
            if (fit > best || (fit == best && column.isEmpty())) {
                best = fit;
                column = Optional.of(columns.get(i).id());
            }
        }
        return column;
    }

    /// Whether the words are the label of a group of columns: any further wording of the head but the first,
    /// which stands above the labels of the rows.
    private boolean isGroup(Content.Words words) {
        return headers.stream().skip(1).anyMatch(header -> header.fitsWhole(words, LIKE) > 0);
    }

    /// Whether they are the label of the innermost group, the last of these wordings.
    private boolean isInnermostGroup(Content.Words words) {
        return headers.size() > 1 && headers.getLast().fitsWhole(words, LIKE) > 0;
    }

    /// The columns in the order of the head; as they come where the head does not name them all.
    List<Label> inOrder(List<Label> wanted) {
        return ordered(wanted, order).orElse(wanted);
    }

    /// The columns that the head has, each an id or nothing for one that the form does not know, where they are
    /// fewer than the wanted ones, or more; else none.
    List<String> other(List<Label> wanted) {
        List<String> has = has();
        if (has.size() == wanted.size()) {
            return List.of();
        }
        List<String> ids = wanted.stream().map(Label::id).toList();
        List<String> known = has.stream().filter(ids::contains).toList();
        boolean whole = has.stream().allMatch(id -> id.isEmpty() || ids.contains(id));
        boolean once = known.stream().distinct().count() == known.size();
        return whole && once && !known.isEmpty() ? has : List.of();
    }

    /// Whether each of the pieces stands under a label of the head.
    boolean stand(List<Piece> pieces) {
        return pieces.stream().allMatch(piece -> named.keySet().stream().anyMatch(piece::covers));
    }

    /// What the head has, found out once as far as it was read.
    private List<String> has() {
        if (knownRows != rows) {
            known = runs ? fromRuns() : fromPlaces();
            knownRows = rows;
        }
        return known;
    }

    /// Those from the first column on; what stands before are words above the labels of the rows. A group
    /// that has its columns is none itself.
    private List<String> fromPlaces() {
        List<String> has = new ArrayList<>();
        boolean inner = order.stream().anyMatch(this::isInner);
        named.forEach((place, id) -> {
            if (!id.isEmpty() || (!has.isEmpty() && !(inner && place.equals(groupPlace)))) {
                has.add(id);
            }
        });
        return has;
    }

    /// A group without columns of its own is one.
    private List<String> fromRuns() {
        List<String> has = new ArrayList<>(order);
        boolean inner = order.stream().anyMatch(this::isInner);
        if (!inner && innermost >= 0 && innermost <= has.size()) {
            has.add(innermost, "");
        }
        return has;
    }

    private boolean isInner(String id) {
        return !id.equals(columns.getFirst().id())
                && !id.equals(columns.getLast().id());
    }

    /// Whether the head, if there is one, has this column.
    boolean mayHave(Label column) {
        return has(column) || hinted.contains(column.id()) || (order.isEmpty() && hinted.isEmpty());
    }

    boolean has(Label column) {
        return order.contains(column.id());
    }

    /// Whether the head names a column besides this one.
    boolean namesOthers(Label column) {
        return order.stream().anyMatch(id -> !id.equals(column.id()));
    }

    /// Other orders in which the labels of a head of several levels may have come: one behind the other, or the
    /// one behind the label of the group standing outside of it, since it is in the same row.
    List<List<Label>> otherOrders(List<Label> wanted) {
        if (!isNested()) {
            return List.of();
        }
        List<List<Label>> others = new ArrayList<>();
        ordered(wanted, printed).ifPresent(others::add);
        if (groupPrinted >= 0 && groupPrinted < printed.size()) {
            List<String> outside = new ArrayList<>(printed);
            outside.add(outside.remove(groupPrinted));
            ordered(wanted, outside).ifPresent(others::add);
        }
        return others;
    }

    /// The wanted columns as the ids have them, where they name them all; of a label that came twice its last
    /// place.
    private static Optional<List<Label>> ordered(List<Label> wanted, List<String> ids) {
        boolean all = wanted.stream().allMatch(column -> ids.contains(column.id()));
        return all
                ? Optional.of(wanted.stream()
                        .sorted(Comparator.comparingInt((Label column) -> ids.lastIndexOf(column.id())))
                        .toList())
                : Optional.empty();
    }

    /// Where the labels of the columns stand; empty without any.
    Optional<Span> span() {
        return spans.values().stream().reduce(Span::union);
    }

    /// Whether the order was put together from a head of several levels, which may come flattened in more than
    /// one way.
    boolean isNested() {
        return group >= 0;
    }

    /// Whether a label of a column is not whole, as where it is broken over lines: what follows it may be out
    /// of place.
    boolean isDamaged() {
        return damaged;
    }

    /// The columns in the order of their places in a real table.
    List<Label> byPlace(List<Label> wanted) {
        return wanted.stream()
                .sorted(Comparator.comparingInt((Label column) -> places.getOrDefault(column.id(), Integer.MAX_VALUE)))
                .toList();
    }

    /// Where the label of the column stands.
    Optional<Span> span(Label column) {
        return Optional.ofNullable(spans.get(column.id()));
    }

    /// The pieces of the row under these columns; empty where a column's place is unknown or a word stands
    /// there.
    Optional<List<Piece>> under(PieceRow row, List<Label> columns) {
        List<Piece> found = new ArrayList<>();
        for (Label column : columns) {
            Integer place = places.get(column.id());
            Optional<Piece> piece = place == null
                    ? Optional.empty()
                    : row.pieces().stream()
                            .filter(candidate -> candidate.covers(place)
                                    && candidate.content().isValue())
                            .findFirst();
            if (piece.isEmpty()) {
                return Optional.empty();
            }
            found.add(piece.get());
        }
        boolean allValues = row.pieces().stream()
                .filter(piece -> piece.content().isWritten())
                .allMatch(found::contains);
        boolean eachOnce = found.stream().distinct().count() == found.size();
        return allValues && eachOnce ? Optional.of(found) : Optional.empty();
    }
}
