package io.mingjian.tables;

import io.mingjian.model.rule.Identity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Strikes the readings of rows with which an identity down the columns cannot hold, whatever the other rows say.
///
/// Of the rows on the larger side everything is subtracted, row by row; what is left over may never fall below
/// nothing. A reading stays where some difference before it and some difference behind it meet. The differences
/// are bounded; with
/// more of them nothing is struck.
final class Narrowing {
    /// Differences that are kept after a row.
    private static final int MOST = 20_000;

    private final List<String> rows = new ArrayList<>();
    private final int minuends;

    Narrowing(Identity.Formula formula) {
        boolean right = formula.right().size() <= formula.left().size();
        List<String> fewer = right ? formula.right() : formula.left();
        rows.addAll(fewer);
        rows.addAll(right ? formula.left() : formula.right());
        minuends = fewer.size();
    }

    /// Strikes from `readings`, row id → readings of all columns; says whether it struck any.
    boolean narrow(Map<String, Set<List<Long>>> readings) {
        boolean open = false;
        for (String row : rows) {
            Set<List<Long>> each = readings.getOrDefault(row, Set.of());
            if (each.isEmpty()) {
                return false;
            }
            open |= each.size() > 1;
        }
        return open && strike(readings);
    }

    private boolean strike(Map<String, Set<List<Long>>> readings) {
        int columns = readings.getOrDefault(rows.getFirst(), Set.of())
                .iterator()
                .next()
                .size();
        List<Set<List<Long>>> before = new ArrayList<>();
        before.add(Set.of(Collections.nCopies(columns, 0L)));
        for (int i = 0; i < rows.size(); i++) {
            Set<List<Long>> next = new HashSet<>();
            for (List<Long> difference : before.getLast()) {
                for (List<Long> reading : readings.getOrDefault(rows.get(i), Set.of())) {
                    addIfPossible(next, difference, reading, i < minuends ? 1 : -1);
                    if (next.size() > MOST) {
                        return false;
                    }
                }
            }
            before.add(next);
        }
        return backwards(readings, before, Collections.nCopies(columns, 0L));
    }

    private boolean backwards(Map<String, Set<List<Long>>> readings, List<Set<List<Long>>> before, List<Long> nothing) {
        if (!before.getLast().contains(nothing)) {
            return false;
        }
        boolean struck = false;
        Set<List<Long>> reached = Set.of(nothing);
        for (int i = rows.size() - 1; i >= 0; i--) {
            Set<List<Long>> earlier = new HashSet<>();
            Set<List<Long>> possible = new LinkedHashSet<>();
            for (List<Long> reading : readings.getOrDefault(rows.get(i), Set.of())) {
                for (List<Long> difference : reached) {
                    List<Long> from = sum(difference, reading, i < minuends ? -1 : 1);
                    if (from.size() == reading.size() && before.get(i).contains(from)) {
                        earlier.add(from);
                        possible.add(reading);
                    }
                }
            }
            struck |= possible.size()
                    < readings.getOrDefault(rows.get(i), Set.of()).size();
            readings.put(rows.get(i), possible);
            reached = earlier;
        }
        return struck;
    }

    private static void addIfPossible(Set<List<Long>> sums, List<Long> difference, List<Long> reading, int sign) {
        List<Long> sum = sum(difference, reading, sign);
        if (sum.stream().allMatch(value -> value >= 0)) {
            sums.add(sum);
        }
    }

    private static List<Long> sum(List<Long> left, List<Long> right, int sign) {
        List<Long> sum = new ArrayList<>(left.size());
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            sum.add(left.get(i) + sign * right.get(i));
        }
        return sum;
    }
}
