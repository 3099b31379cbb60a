package io.mingjian.tables;

import io.mingjian.model.Label;
import io.mingjian.model.rule.Identity;
import io.mingjian.tables.Deglue.Groups;
import io.mingjian.text.Squashed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decodes glued rows with the identities of the form: first each row by its own sum, then rows that have
/// several readings by the identities that hold down the columns.
///
/// A number is decoded only where it is the same characters in every reading that is left; else what it could
/// be is told. Where blanks leave no trace in the table, no number of a row of several is certain.
final class Unglue {
    /// What was decoded is never as sure as what was read.
    static final double DECODED = 0.8;

    /// A cell that could say more than these says nothing.
    private static final int MOST_CANDIDATES = 8;

    private final boolean sumsUp;
    private final List<Narrowing> downColumns;

    /// @param sumsUp whether the last column of each row is the sum of the others
    Unglue(boolean sumsUp, List<Identity.Formula> downColumns) {
        this.sumsUp = sumsUp;
        this.downColumns = downColumns.stream().map(Narrowing::new).toList();
    }

    /// A row whose numbers stand without anything between them.
    ///
    /// @param columns in the order of the numbers
    /// @param form    in the order of the form
    record GluedRow(String id, Squashed digits, Ends ends, List<Label> columns, List<Label> form) {
        boolean isShort() {
            return digits.length() < columns.size();
        }
    }

    /// What is left of a glued row: a piece a column, each a number or what it could be.
    record Row(List<Piece> pieces, int readings) {
        boolean isDecoded() {
            return pieces.stream().anyMatch(piece -> !(piece.content() instanceof Content.Several));
        }
    }

    /// How many of the rows have a reading at all, those of noughts only left out.
    long readable(Collection<GluedRow> rows) {
        return rows.stream()
                .filter(row -> row.digits().characters().chars().anyMatch(c -> c > '0'))
                .filter(row -> !readings(row).isEmpty())
                .count();
    }

    /// Whether all of the rows have a reading, and at least one is of more than noughts.
    boolean areReadable(Collection<GluedRow> rows) {
        return readable(rows) > 0
                && rows.stream().noneMatch(row -> readings(row).isEmpty());
    }

    /// The glued rows as far as they can be decoded, by row id.
    ///
    /// @param known  the values of the rows that were not glued, in the form's order, by row id
    /// @param blanks the rows in which nothing is written: then cells may be blank without a trace
    Map<String, Row> decode(List<GluedRow> glued, Map<String, List<BigDecimal>> known, Set<String> blanks) {
        Map<String, Map<List<Long>, int[]>> readings = new LinkedHashMap<>();
        glued.forEach(row -> readings.put(row.id(), readings(row)));
        Map<String, Set<List<Long>>> left = new HashMap<>();
        readings.forEach((row, each) -> left.put(row, new LinkedHashSet<>(each.keySet())));
        known.forEach((row, values) ->
                left.put(row, Set.of(values.stream().map(BigDecimal::longValue).toList())));
        boolean narrowed = true;
        while (narrowed) {
            narrowed = false;
            for (Narrowing identity : downColumns) {
                narrowed |= identity.narrow(left);
            }
        }
        boolean traceless = !blanks.isEmpty() || glued.stream().anyMatch(GluedRow::isShort);
        GluedTotals totals = traceless && sumsUp ? GluedTotals.of(glued, known, blanks, downColumns) : GluedTotals.NONE;
        Map<String, Row> decoded = new HashMap<>();
        for (GluedRow row : glued) {
            List<int[]> ends = left.getOrDefault(row.id(), Set.of()).stream()
                    .flatMap(values ->
                            Optional.ofNullable(
                                    readings.getOrDefault(row.id(), Map.of()).get(values))
                                    .stream())
                    .toList();
            List<Piece> pieces = pieces(row.digits(), ends, row.columns().size(), !traceless);
            List<Piece> nearest =
                    ends.isEmpty() && sumsUp && !traceless ? NearestReading.of(row, left, downColumns) : List.of();
            decoded.put(row.id(), new Row(nearest.isEmpty() ? totals.in(row, pieces) : nearest, ends.size()));
        }
        return decoded;
    }

    /// The pieces of all blocks side by side; empty where no reading makes each of them add up.
    Optional<List<Piece>> decodeBlocks(Content.Glued glued, int blocks, int size) {
        Squashed digits = glued.digits();
        List<int[]> readings = sumsUp
                ? Deglue.readings(digits.characters(), new Groups(blocks, size, size - 1), glued.ends())
                : List.of();
        return readings.isEmpty() ? Optional.empty() : Optional.of(pieces(digits, readings, blocks * size, true));
    }

    /// What the digits of all blocks come nearest to where they do not all add up; none where there is no such
    /// reading.
    List<Piece> nearestBlocks(Content.Glued glued, int blocks, int size) {
        boolean enough = glued.digits().length() >= blocks * size;
        return sumsUp && enough ? NearestBlocks.of(glued, blocks, size) : List.of();
    }

    /// The values of each reading of the digits in the order of the form, and where its numbers end.
    private Map<List<Long>, int[]> readings(GluedRow row) {
        Map<List<Long>, int[]> readings = new LinkedHashMap<>();
        String digits = row.digits().characters();
        for (int[] ends : ends(row)) {
            List<Long> values = row.form().stream()
                    .map(column -> Deglue.number(digits, ends, row.columns().indexOf(column)))
                    .toList();
            readings.put(values, ends);
        }
        return readings;
    }

    private List<int[]> ends(GluedRow row) {
        String digits = row.digits().characters();
        int columns = row.columns().size();
        int total = sumsUp ? row.columns().indexOf(row.form().getLast()) : Groups.NO_TOTAL;
        return Deglue.readings(digits, new Groups(1, columns, total), row.ends());
    }

    /// The numbers of the one reading.
    static List<Piece> pieces(Squashed digits, int[] ends) {
        return pieces(digits, List.of(ends), ends.length, true);
    }

    /// A piece a column: the number where it is the same characters in all readings, else what it could be.
    private static List<Piece> pieces(Squashed digits, List<int[]> readings, int columns, boolean certain) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            int column = i;
            boolean alike = readings.stream()
                            .map(ends -> List.of(start(ends, column), ends[column]))
                            .distinct()
                            .count()
                    == 1;
            pieces.add(
                    certain && alike
                            ? single(digits, readings.getFirst(), column)
                            : new Piece(
                                    digits.span(0, digits.length()),
                                    column,
                                    1,
                                    new Content.Several(candidates(digits, readings, column))));
        }
        return pieces;
    }

    private static int start(int[] ends, int column) {
        return column == 0 ? 0 : ends[column - 1];
    }

    private static Piece single(Squashed digits, int[] ends, int column) {
        int start = start(ends, column);
        boolean mark = isMark(digits, ends, column);
        BigDecimal value = BigDecimal.valueOf(Deglue.number(digits.characters(), ends, column));
        return new Piece(
                digits.span(start, ends[column]),
                column,
                1,
                mark ? new Content.Dash() : new Content.Figure(value, false, DECODED, true));
    }

    private static boolean isMark(Squashed digits, int[] ends, int column) {
        int start = start(ends, column);
        return ends[column] == start + 1 && Deglue.isMark(digits.characters().charAt(start));
    }

    /// What the number could be, ascending; nothing where it could be too much.
    static List<BigDecimal> candidates(Squashed digits, List<int[]> readings, int column) {
        List<BigDecimal> values = readings.stream()
                .filter(ends -> !isMark(digits, ends, column))
                .map(ends -> Deglue.number(digits.characters(), ends, column))
                .distinct()
                .sorted()
                .map(BigDecimal::valueOf)
                .toList();
        return values.size() > MOST_CANDIDATES ? List.of() : values;
    }
}
