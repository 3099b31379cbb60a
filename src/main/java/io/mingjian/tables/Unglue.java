package io.mingjian.tables;

import io.mingjian.model.Rule;
import io.mingjian.model.TableKind;
import io.mingjian.model.Terms;
import io.mingjian.text.Squashed;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Decodes glued rows with the identities of the form: first each row by its own sum, then rows that have several
/// readings by
/// the identities that hold down the columns.
///
/// A row is decoded only where a single reading is left.
final class Unglue {
    /// What was decoded is never as sure as what was read.
    private static final double DECODED = 0.8;
    /// Combinations of readings that are tried for one identity.
    private static final int MOST_COMBINATIONS = 5000;

    private final TableKind kind;
    private final List<Rule.Formula> downColumns;

    Unglue(TableKind kind, List<Rule.Identity> identities) {
        this.kind = kind;
        List<String> rows = kind.rows().stream().map(row -> row.label().id()).toList();
        this.downColumns = identities.stream()
                .filter(identity -> identity.axis() == Rule.Axis.ROWS)
                .map(identity -> new Rule.Formula(expand(identity.left(), rows), expand(identity.right(), rows)))
                .filter(formula -> !formula.left().isEmpty() && !formula.right().isEmpty())
                .toList();
    }

    /// The rows that the terms mean, each once; none where a term means no row of the form.
    private static List<String> expand(List<String> terms, List<String> rows) {
        List<String> expanded = new ArrayList<>();
        for (String term : terms) {
            List<String> meant = rows.stream()
                    .filter(Terms.matching(term))
                    .filter(row -> !expanded.contains(row))
                    .toList();
            if (meant.isEmpty()) {
                return List.of();
            }
            expanded.addAll(meant);
        }
        return expanded;
    }

    /// The pieces of each glued row that can be decoded, by row id.
    ///
    /// @param glued the digits of each glued row, by row id
    /// @param known the values of the rows that were not glued, by row id
    Map<String, List<Piece>> decode(Map<String, Squashed> glued, Map<String, List<BigDecimal>> known) {
        Map<String, List<int[]>> ends = new HashMap<>();
        Map<String, List<List<BigDecimal>>> readings = new HashMap<>();
        glued.forEach((row, digits) -> {
            List<int[]> found = ends(digits.characters(), columns(row));
            ends.put(row, found);
            readings.put(
                    row,
                    new ArrayList<>(found.stream()
                            .map(each -> values(digits.characters(), each))
                            .toList()));
        });
        known.forEach((row, values) -> readings.put(row, List.of(values)));
        boolean narrowed = true;
        while (narrowed) {
            narrowed = false;
            for (Rule.Formula formula : downColumns) {
                narrowed |= narrow(formula, readings);
            }
        }
        Map<String, List<Piece>> decoded = new HashMap<>();
        glued.forEach((row, digits) -> {
            List<List<BigDecimal>> left = readings.getOrDefault(row, List.of());
            if (left.size() == 1) {
                ends.getOrDefault(row, List.of()).stream()
                        .filter(each -> values(digits.characters(), each).equals(left.getFirst()))
                        .findFirst()
                        .ifPresent(each -> decoded.put(row, pieces(digits, each)));
            }
        });
        return decoded;
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

    private List<int[]> ends(String digits, int columns) {
        if (columns == 1) {
            return List.of(new int[] {digits.length()});
        }
        if (kind.sumsUp()) {
            return Deglue.readings(digits, 1, columns);
        }
        if (digits.length() != columns) {
            return List.of();
        }
        int[] single = new int[columns];
        for (int i = 0; i < columns; i++) {
            single[i] = i + 1;
        }
        return List.of(single);
    }

    private static List<BigDecimal> values(String digits, int[] ends) {
        List<BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            values.add(Deglue.number(digits, ends, i));
        }
        return values;
    }

    private static List<Piece> pieces(Squashed digits, int[] ends) {
        List<Piece> pieces = new ArrayList<>();
        List<BigDecimal> values = values(digits.characters(), ends);
        for (int i = 0; i < ends.length; i++) {
            int start = i == 0 ? 0 : ends[i - 1];
            pieces.add(new Piece(digits.span(start, ends[i]), i, 1, new Content.Figure(values.get(i), false, DECODED)));
        }
        return pieces;
    }

    /// Strikes the readings that no combination fulfilling the identity contains; says whether it struck any.
    private static boolean narrow(Rule.Formula formula, Map<String, List<List<BigDecimal>>> readings) {
        List<String> rows =
                Stream.concat(formula.left().stream(), formula.right().stream()).toList();
        long combinations = 1;
        for (String row : rows) {
            combinations *= readings.getOrDefault(row, List.of()).size();
            if (combinations == 0 || combinations > MOST_COMBINATIONS) {
                return false;
            }
        }
        if (combinations == 1) {
            return false;
        }
        Map<String, List<List<BigDecimal>>> possible = new HashMap<>();
        for (long combination = 0; combination < combinations; combination++) {
            Map<String, List<BigDecimal>> chosen = chosen(rows, readings, combination);
            if (holds(formula, chosen)) {
                chosen.forEach((row, values) -> {
                    List<List<BigDecimal>> list = possible.computeIfAbsent(row, id -> new ArrayList<>());
                    if (!list.contains(values)) {
                        list.add(values);
                    }
                });
            }
        }
        boolean struck = false;
        for (Map.Entry<String, List<List<BigDecimal>>> entry : possible.entrySet()) {
            List<List<BigDecimal>> before = readings.getOrDefault(entry.getKey(), List.of());
            if (entry.getValue().size() < before.size()) {
                readings.put(entry.getKey(), entry.getValue());
                struck = true;
            }
        }
        return struck;
    }

    private static Map<String, List<BigDecimal>> chosen(
            List<String> rows, Map<String, List<List<BigDecimal>>> readings, long combination) {
        Map<String, List<BigDecimal>> chosen = new HashMap<>();
        long rest = combination;
        for (String row : rows) {
            List<List<BigDecimal>> choices = readings.getOrDefault(row, List.of());
            chosen.put(row, choices.get((int) (rest % choices.size())));
            rest /= choices.size();
        }
        return chosen;
    }

    private static boolean holds(Rule.Formula formula, Map<String, List<BigDecimal>> chosen) {
        List<BigDecimal> left = sum(formula.left(), chosen);
        List<BigDecimal> right = sum(formula.right(), chosen);
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            if (left.get(i).compareTo(right.get(i)) != 0) {
                return false;
            }
        }
        return true;
    }

    private static List<BigDecimal> sum(List<String> rows, Map<String, List<BigDecimal>> chosen) {
        List<BigDecimal> sum = new ArrayList<>();
        for (String row : rows) {
            List<BigDecimal> values = chosen.getOrDefault(row, List.of());
            for (int i = 0; i < values.size(); i++) {
                if (i < sum.size()) {
                    sum.set(i, sum.get(i).add(values.get(i)));
                } else {
                    sum.add(values.get(i));
                }
            }
        }
        return sum;
    }
}
