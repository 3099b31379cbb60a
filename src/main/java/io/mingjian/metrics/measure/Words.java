package io.mingjian.metrics.measure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Words with a meaning each, found at a place of a text, blanks within and before them passed over. Immutable.
final class Words<T> {
    /// No writer sets more blanks than this between the characters of a word.
    private static final int MAX_BLANKS = 8;

    /// Most characters begin and end none of the words; these bits tell so without a look into the maps.
    private final BitSet firsts = new BitSet();

    private final BitSet lasts = new BitSet();
    private final Map<Character, List<Entry<T>>> byFirst = new HashMap<>();
    private final Map<Character, List<Entry<T>>> byLast = new HashMap<>();

    /// A word at a place.
    record Match<T>(int start, int end, T meaning) {}

    private record Entry<T>(String word, T meaning) {}

    Words(List<Map.Entry<String, T>> entries) {
        for (Map.Entry<String, T> entry : entries) {
            String word = entry.getKey();
            Entry<T> kept = new Entry<>(word, entry.getValue());
            byFirst.computeIfAbsent(word.charAt(0), c -> new ArrayList<>()).add(kept);
            byLast.computeIfAbsent(word.charAt(word.length() - 1), c -> new ArrayList<>())
                    .add(kept);
        }
        byFirst.keySet().forEach(c -> firsts.set(c));
        byLast.keySet().forEach(c -> lasts.set(c));
        Comparator<Entry<T>> longestFirst =
                Comparator.comparingInt(entry -> -entry.word().length());
        byFirst.values().forEach(list -> list.sort(longestFirst));
        byLast.values().forEach(list -> list.sort(longestFirst));
    }

    /// Words that mean nothing but themselves.
    static Words<Boolean> of(List<String> words) {
        return new Words<>(words.stream().map(word -> Map.entry(word, true)).toList());
    }

    /// The longest word that begins at the place or behind blanks.
    @Nullable
    Match<T> after(String text, int at) {
        int from = skip(text, at, 1);
        if (from >= text.length() || !firsts.get(lower(text.charAt(from)))) {
            return null;
        }
        for (Entry<T> entry : byFirst.getOrDefault(lower(text.charAt(from)), List.of())) {
            int end = end(text, from, entry.word());
            if (end > 0) {
                return new Match<>(from, end, entry.meaning());
            }
        }
        return null;
    }

    /// The longest word that ends at the place or before blanks, and begins not before the floor.
    @Nullable
    Match<T> before(String text, int at, int floor) {
        int last = skip(text, at - 1, -1);
        if (last < floor || last < 0 || !lasts.get(lower(text.charAt(last)))) {
            return null;
        }
        for (Entry<T> entry : byLast.getOrDefault(lower(text.charAt(last)), List.of())) {
            int start = start(text, last, entry.word());
            if (start >= floor) {
                return new Match<>(start, last + 1, entry.meaning());
            }
        }
        return null;
    }

    private static int end(String text, int from, String word) {
        int at = from;
        for (int i = 0; i < word.length(); i++) {
            at = i == 0 ? at : skip(text, at, 1);
            if (at >= text.length() || lower(text.charAt(at)) != word.charAt(i)) {
                return -1;
            }
            at++;
        }
        return at;
    }

    private static int start(String text, int last, String word) {
        int at = last;
        for (int i = word.length() - 1; i >= 0; i--) {
            at = i == word.length() - 1 ? at : skip(text, at, -1);
            if (at < 0 || lower(text.charAt(at)) != word.charAt(i)) {
                return -1;
            }
            at--;
        }
        return at + 1;
    }

    /// The next place in the direction that is no blank.
    static int skip(String text, int at, int step) {
        int i = at;
        while (i >= 0 && i < text.length() && text.charAt(i) == ' ' && Math.abs(i - at) < MAX_BLANKS) {
            i += step;
        }
        return i;
    }

    private static char lower(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
    }
}
