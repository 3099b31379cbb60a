package io.mingjian.feed.unit;

import io.mingjian.store.supervision.Unit;
import io.mingjian.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The names of units by the pairs of characters in them: those that are like a written one are found without a
/// look at all the others, which share no pair with it. Immutable.
final class NameIndex {
    private static final int ORDINAL = Integer.SIZE;

    /// A name within another is as good as this at least, if it is no shorter than that many characters.
    private static final double WITHIN = 0.85;

    private static final int SHORTEST_WITHIN = 3;

    /// What is not the same is less like than what is.
    private static final double NOT_SAME = 0.9;

    private final List<Name> names = new ArrayList<>();

    /// For each pair in each name the pair and the name's place, sorted.
    private final long[] postings;

    /// A name of a unit.
    ///
    /// @param squashed without blanks and widths
    /// @param pairs    how many pairs of characters it has, each counted once
    /// @param alias    null for the official name
    private record Name(Unit unit, String name, String squashed, int pairs, Unit.@Nullable Alias alias) {}

    /// A unit, and of its names the one that is most like the written one.
    ///
    /// @param likeness more than 0, and 1 where they are the same
    /// @param alias    null for the official name
    record Match(Unit unit, double likeness, String name, Unit.@Nullable Alias alias) {}

    NameIndex(Iterable<Unit> units) {
        for (Unit unit : units) {
            add(unit, unit.name(), null);
            unit.aliases().forEach(alias -> add(unit, alias.name(), alias));
        }
        postings = IntStream.range(0, names.size())
                .boxed()
                .flatMapToLong(place -> pairs(names.get(place).squashed()).mapToLong(pair -> posting(pair, place)))
                .sorted()
                .toArray();
    }

    private void add(Unit unit, String name, Unit.@Nullable Alias alias) {
        String squashed = Folding.squash(name);
        names.add(new Name(unit, name, squashed, (int) pairs(squashed).count(), alias));
    }

    private static IntStream pairs(String text) {
        return IntStream.range(1, text.length())
                .map(i -> text.charAt(i - 1) << Character.SIZE | text.charAt(i))
                .distinct();
    }

    private static long posting(int pair, int place) {
        return (long) pair << ORDINAL | place;
    }

    /// The units whose names are somewhat like a squashed one, each once, in the order in which they came.
    List<Match> like(String written) {
        int[] own = pairs(written).toArray();
        int[] shared = shared(own);
        List<Match> matches = new ArrayList<>();
        for (int place = 0; place < shared.length; place++) {
            Name name = names.get(place);
            double likeness = likeness(written, own.length, name, shared[place]);
            if (likeness > 0) {
                add(matches, new Match(name.unit(), likeness, name.name(), name.alias()));
            }
        }
        return matches;
    }

    /// The names of a unit stand behind one another, the official one first.
    private static void add(List<Match> matches, Match match) {
        if (matches.isEmpty()
                || !matches.getLast().unit().id().equals(match.unit().id())) {
            matches.add(match);
        } else if (match.likeness() > matches.getLast().likeness()) {
            matches.set(matches.size() - 1, match);
        }
    }

    /// How many of these pairs each name has.
    private int[] shared(int[] pairs) {
        int[] shared = new int[names.size()];
        for (int pair : pairs) {
            int found = Arrays.binarySearch(postings, posting(pair, 0));
            for (int at = found < 0 ? -found - 1 : found;
                    at < postings.length && postings[at] >> ORDINAL == pair;
                    at++) {
                shared[(int) postings[at]]++;
            }
        }
        return shared;
    }

    /// 1 where they are the same; less where one has the other or they share most pairs of characters (Dice).
    private static double likeness(String written, int pairs, Name name, int shared) {
        String own = name.squashed();
        if (written.equals(own)) {
            return own.isEmpty() ? 0 : 1;
        }
        if (shared == 0) {
            return 0;
        }
        double alike = NOT_SAME * 2 * shared / (pairs + name.pairs());
        boolean within = Math.min(written.length(), own.length()) >= SHORTEST_WITHIN
                && (written.endsWith(own) || own.endsWith(written));
        return within ? Math.max(WITHIN, alike) : alike;
    }
}
