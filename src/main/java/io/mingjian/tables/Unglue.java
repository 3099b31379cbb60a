package io.mingjian.tables;

import io.mingjian.model.TableKind;
import io.mingjian.model.rule.Identity;
import io.mingjian.text.Squashed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Decodes glued rows with the identities of the form: first each row by its own sum, then rows that have several
/// readings by the identities that hold down the columns.
///
/// A row is decoded only where a single reading is left; else what its cells could say is told. Where any row
/// has fewer digits than columns, blanks left no trace in the table, and none of its rows is certain.
final class Unglue {
    /// What was decoded is never as sure as what was read.
    static final double DECODED = 0.8;

    /// A cell that could say more than these says nothing.
    private static final int MOST_CANDIDATES = 8;

    private final TableKind kind;
    private final List<Identity.Formula> downColumns;

    Unglue(TableKind kind, Sums sums) {
        this.kind = kind;
        this.downColumns = sums.downColumns();
    }

    /// What is left of a glued row: its pieces where one reading is left, else what each column could say.
    record Row(List<Piece> pieces, List<List<BigDecimal>> candidates, int readings) {
        boolean isDecoded() {
            return !pieces.isEmpty();
        }
    }

    /// The glued rows as far as they can be decoded, by row id.
    ///
    /// @param glued the digits of each glued row, by row id
    /// @param known the values of the rows that were not glued, by row id
    Map<String, Row> decode(Map<String, Squashed> glued, Map<String, List<BigDecimal>> known) {
        Map<String, Map<List<Long>, int[]>> readings = new HashMap<>();
        glued.forEach((row, digits) -> readings.put(row, readings(digits.characters(), columns(row))));
        Map<String, Set<List<Long>>> left = new HashMap<>();
        readings.forEach((row, each) -> left.put(row, new LinkedHashSet<>(each.keySet())));
        known.forEach((row, values) ->
                left.put(row, Set.of(values.stream().map(BigDecimal::longValue).toList())));
        boolean narrowed = !downColumns.isEmpty();
        while (narrowed) {
            narrowed = false;
            for (Identity.Formula formula : downColumns) {
                narrowed |= new Narrowing(formula).narrow(left);
            }
        }
        boolean blanks =
                glued.entrySet().stream().anyMatch(row -> row.getValue().length() < columns(row.getKey()));
        Map<String, Row> decoded = new HashMap<>();
        glued.forEach((row, digits) -> decoded.put(
                row,
                row(
                        digits,
                        readings.getOrDefault(row, Map.of()),
                        left.getOrDefault(row, Set.of()),
                        blanks,
                        columns(row))));
        return decoded;
    }

    private Row row(
            Squashed digits, Map<List<Long>, int[]> readings, Set<List<Long>> left, boolean blanks, int columns) {
        boolean sure = left.size() == 1 && !(blanks && left.iterator().next().size() > 1);
        if (sure) {
            int[] ends = readings.get(left.iterator().next());
            return new Row(ends == null ? List.of() : pieces(digits, ends), List.of(), 1);
        }
        if (left.isEmpty() && columns == 1 && single(digits)) {
            return new Row(
                    List.of(new Piece(
                            digits.span(0, digits.length()),
                            0,
                            1,
                            new Content.Figure(new BigDecimal(digits.characters()), false, DECODED))),
                    List.of(),
                    1);
        }
        return new Row(List.of(), candidates(left), left.size());
    }

    /// One number with a point in it.
    private static boolean single(Squashed digits) {
        String characters = digits.characters();
        int point = characters.indexOf('.');
        return point > 0
                && point == characters.lastIndexOf('.')
                && characters.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    /// What each column could say.
    private static List<List<BigDecimal>> candidates(Set<List<Long>> left) {
        List<List<BigDecimal>> candidates = new ArrayList<>();
        int columns = left.isEmpty() ? 0 : left.iterator().next().size();
        for (int i = 0; i < columns; i++) {
            int column = i;
            List<BigDecimal> values = left.stream()
                    .map(values1 -> values1.get(column))
                    .distinct()
                    .sorted()
                    .map(BigDecimal::valueOf)
                    .toList();
            candidates.add(values.size() > MOST_CANDIDATES ? List.of() : values);
        }
        return candidates;
    }

    /// The pieces of all blocks side by side, where one reading makes each of them add up.
    Optional<List<Piece>> decodeBlocks(Squashed digits) {
        int size = kind.rows().getFirst().columns().size();
        List<int[]> readings = Deglue.readings(digits.characters(), kind.rows().size(), size);
        return kind.sumsUp() && readings.size() == 1
                ? Optional.of(pieces(digits, readings.getFirst()))
                : Optional.empty();
    }

    private int columns(String rowId) {
        return kind.rows().stream()
                .filter(row -> row.label().id().equals(rowId))
                .mapToInt(row -> row.columns().size())
                .findFirst()
                .orElse(0);
    }

    /// The values of each reading of the digits, and where its numbers end.
    private Map<List<Long>, int[]> readings(String digits, int columns) {
        Map<List<Long>, int[]> readings = new HashMap<>();
        for (int[] ends : ends(digits, columns)) {
            readings.put(values(digits, ends), ends);
        }
        return readings;
    }

    /// Without a sum, digits are numbers only where there are as many as columns.
    private List<int[]> ends(String digits, int columns) {
        boolean digitsOnly = digits.chars().allMatch(c -> c >= '0' && c <= '9');
        boolean marksOnly = digits.chars().allMatch(c -> Deglue.isMark((char) c));
        if (columns == 1 && digits.length() <= 15 && digitsOnly) {
            return List.of(new int[] {digits.length()});
        }
        if (kind.sumsUp()) {
            return Deglue.readings(digits, 1, columns);
        }
        if (digits.length() != columns || !(digitsOnly || marksOnly)) {
            return List.of();
        }
        int[] single = new int[columns];
        for (int i = 0; i < columns; i++) {
            single[i] = i + 1;
        }
        return List.of(single);
    }

    private static List<Long> values(String digits, int[] ends) {
        List<Long> values = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            values.add(Deglue.number(digits, ends, i));
        }
        return values;
    }

    /// The numbers of a reading at their places.
    static List<Piece> pieces(Squashed digits, int[] ends) {
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            int start = i == 0 ? 0 : ends[i - 1];
            BigDecimal value = BigDecimal.valueOf(Deglue.number(digits.characters(), ends, i));
            Content content = Deglue.isMark(digits.characters().charAt(start))
                    ? new Content.Dash()
                    : new Content.Figure(value, false, DECODED, true);
            pieces.add(new Piece(digits.span(start, ends[i]), i, 1, content));
        }
        return pieces;
    }
}
