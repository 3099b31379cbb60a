package io.mingjian.tables;

import io.mingjian.model.rule.Identity;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Strikes the readings of rows with which an identity down the columns cannot hold, whatever the other rows say.
///
/// First those with a number that is more than all other rows together leave room for. Then those that no choice
/// of readings for the other rows balances: the rows that are open are parted into two halves, the differences
/// that each half can make are listed, and those stay that meet their opposite in the other half. The differences
/// are bounded; with more of them nothing more is struck.
final class Narrowing {
    /// Differences that are kept of one half.
    private static final int MOST = 20_000;

    private final List<Term> terms = new ArrayList<>();

    /// A row of the identity, on its left side or on its right.
    private record Term(String row, int sign) {}

    Narrowing(Identity.Formula formula) {
        formula.left().forEach(row -> terms.add(new Term(row, 1)));
        formula.right().forEach(row -> terms.add(new Term(row, -1)));
    }

    /// Strikes from `readings`, row id → readings of all columns; says whether it struck any. Where the identity
    /// cannot hold at all, or nobody knows, nothing is struck.
    boolean narrow(Map<String, Set<List<Long>>> readings) {
        boolean unknown = terms.stream().anyMatch(term -> of(readings, term).isEmpty());
        boolean open = terms.stream().anyMatch(term -> of(readings, term).size() > 1);
        if (unknown || !open) {
            return false;
        }
        Map<String, Set<List<Long>>> left = new HashMap<>(readings);
        while (strikeBeyondBounds(left)) {
            // The less is left, the narrower are the bounds.
        }
        if (!strikeUnbalanced(left)) {
            return false;
        }
        boolean struck = terms.stream()
                .anyMatch(term -> of(left, term).size() < of(readings, term).size());
        readings.putAll(left);
        return struck;
    }

    /// Whether one reading is left of each row, and the identity holds with them and is not of noughts only.
    boolean isFulfilled(Map<String, Set<List<Long>>> readings) {
        if (terms.stream().anyMatch(term -> of(readings, term).size() != 1)) {
            return false;
        }
        List<Long> difference = Collections.nCopies(columns(readings), 0L);
        boolean says = false;
        for (Term term : terms) {
            List<Long> reading = of(readings, term).iterator().next();
            says |= reading.stream().anyMatch(value -> value != 0);
            difference = sum(difference, reading, term.sign());
        }
        return says && difference.stream().allMatch(value -> value == 0);
    }

    /// What the row must be for the identity to hold; empty where it has no part in it, or another row is open.
    Optional<List<Long>> wanted(String row, Map<String, Set<List<Long>>> readings) {
        List<Term> others =
                terms.stream().filter(term -> !term.row().equals(row)).toList();
        boolean known = others.stream().allMatch(term -> of(readings, term).size() == 1);
        if (!known || others.size() + 1 != terms.size()) {
            return Optional.empty();
        }
        int sign = terms.stream()
                .filter(term -> term.row().equals(row))
                .mapToInt(Term::sign)
                .sum();
        List<Long> wanted = Collections.nCopies(
                of(readings, others.getFirst()).iterator().next().size(), 0L);
        for (Term other : others) {
            wanted = sum(wanted, of(readings, other).iterator().next(), -sign * other.sign());
        }
        return Optional.of(wanted);
    }

    /// The ids of its rows.
    Stream<String> rows() {
        return terms.stream().map(Term::row);
    }

    private static Set<List<Long>> of(Map<String, Set<List<Long>>> readings, Term term) {
        return readings.getOrDefault(term.row(), Set.of());
    }

    private int columns(Map<String, Set<List<Long>>> readings) {
        return of(readings, terms.getFirst()).iterator().next().size();
    }

    /// What all rows add to the difference of a column, at least and at most.
    private static final class Bounds {
        private final long[] least;
        private final long[] most;

        private Bounds(int columns) {
            this.least = new long[columns];
            this.most = new long[columns];
        }

        static Bounds of(Set<List<Long>> readings, int sign, int columns) {
            Bounds bounds = new Bounds(columns);
            for (int column = 0; column < columns; column++) {
                int at = column;
                bounds.least[at] = readings.stream()
                        .mapToLong(reading -> sign * reading.get(at))
                        .min()
                        .orElse(0);
                bounds.most[at] = readings.stream()
                        .mapToLong(reading -> sign * reading.get(at))
                        .max()
                        .orElse(0);
            }
            return bounds;
        }

        void add(Bounds other) {
            for (int column = 0; column < least.length; column++) {
                least[column] += other.least[column];
                most[column] += other.most[column];
            }
        }

        /// Whether the other rows can make up for the reading in each column.
        ///
        /// @param own the bounds of the reading's own row, which are among these
        boolean leaveRoomFor(List<Long> reading, int sign, Bounds own) {
            boolean room = true;
            for (int column = 0; column < least.length; column++) {
                long value = sign * reading.get(column);
                room &= value + least[column] - own.least[column] <= 0 && value + most[column] - own.most[column] >= 0;
            }
            return room;
        }
    }

    private boolean strikeBeyondBounds(Map<String, Set<List<Long>>> readings) {
        int columns = columns(readings);
        List<Bounds> bounds = terms.stream()
                .map(term -> Bounds.of(of(readings, term), term.sign(), columns))
                .toList();
        Bounds all = new Bounds(columns);
        bounds.forEach(all::add);
        boolean struck = false;
        for (int i = 0; i < terms.size(); i++) {
            Term term = terms.get(i);
            Bounds own = bounds.get(i);
            Set<List<Long>> possible = new LinkedHashSet<>(of(readings, term));
            possible.removeIf(reading -> !all.leaveRoomFor(reading, term.sign(), own));
            if (possible.isEmpty()) {
                return false;
            }
            struck |= possible.size() < of(readings, term).size();
            readings.put(term.row(), possible);
        }
        return struck;
    }

    /// Whether some choice of readings balances, as far as that can be told.
    private boolean strikeUnbalanced(Map<String, Set<List<Long>>> readings) {
        List<Long> fixed = Collections.nCopies(columns(readings), 0L);
        List<Term> one = new ArrayList<>();
        List<Term> other = new ArrayList<>();
        long ones = 1;
        long others = 1;
        for (Term term : terms) {
            int count = of(readings, term).size();
            if (count == 1) {
                fixed = sum(fixed, of(readings, term).iterator().next(), term.sign());
            } else if (ones <= others) {
                one.add(term);
                ones = Math.min(MOST, ones * count);
            } else {
                other.add(term);
                others = Math.min(MOST, others * count);
            }
        }
        List<Long> nothing = Collections.nCopies(fixed.size(), 0L);
        List<Set<List<Long>>> before = differences(readings, one, fixed);
        List<Set<List<Long>>> behind = differences(readings, other, nothing);
        if (before.isEmpty() || behind.isEmpty()) {
            return false;
        }
        Set<List<Long>> meeting = new HashSet<>();
        Set<List<Long>> opposite = new HashSet<>();
        for (List<Long> difference : before.getLast()) {
            List<Long> wanted = sum(nothing, difference, -1);
            if (behind.getLast().contains(wanted)) {
                meeting.add(difference);
                opposite.add(wanted);
            }
        }
        if (!meeting.isEmpty()) {
            keep(readings, one, before, meeting);
            keep(readings, other, behind, opposite);
        }
        return !meeting.isEmpty();
    }

    /// The differences after each of the rows, from what is fixed on; none where there are too many.
    private static List<Set<List<Long>>> differences(
            Map<String, Set<List<Long>>> readings, List<Term> rows, List<Long> fixed) {
        List<Set<List<Long>>> after = new ArrayList<>(List.of(Set.of(fixed)));
        for (Term row : rows) {
            Set<List<Long>> next = new HashSet<>();
            for (List<Long> difference : after.getLast()) {
                for (List<Long> reading : of(readings, row)) {
                    next.add(sum(difference, reading, row.sign()));
                }
                if (next.size() > MOST) {
                    return List.of();
                }
            }
            after.add(next);
        }
        return after;
    }

    /// Strikes what leads to none of the differences that are wanted in the end.
    private static void keep(
            Map<String, Set<List<Long>>> readings,
            List<Term> rows,
            List<Set<List<Long>>> after,
            Set<List<Long>> wanted) {
        Set<List<Long>> reached = wanted;
        for (int i = rows.size() - 1; i >= 0; i--) {
            Term row = rows.get(i);
            Set<List<Long>> earlier = new HashSet<>();
            Set<List<Long>> possible = new LinkedHashSet<>();
            for (List<Long> reading : of(readings, row)) {
                for (List<Long> difference : reached) {
                    List<Long> from = sum(difference, reading, -row.sign());
                    if (after.get(i).contains(from)) {
                        earlier.add(from);
                        possible.add(reading);
                    }
                }
            }
            readings.put(row.row(), possible);
            reached = earlier;
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
