package io.mingjian.text;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A closed list of words that may stand right before or right after a place. Immutable.
public final class Affixes {
    private final Map<Character, String[]> byFirst;
    private final Map<Character, String[]> byLast;
    /// Most characters begin and end none of the words; these bits tell so without a look into the maps.
    private final BitSet firsts = new BitSet();

    private final BitSet lasts = new BitSet();

    /// @param words none of them empty
    public Affixes(Collection<String> words) {
        byFirst = longestFirst(words, word -> word.charAt(0));
        byLast = longestFirst(words, word -> word.charAt(word.length() - 1));
        byFirst.keySet().forEach(c -> firsts.set(c));
        byLast.keySet().forEach(c -> lasts.set(c));
    }

    private static Map<Character, String[]> longestFirst(Collection<String> words, Function<String, Character> key) {
        Map<Character, String[]> groups = new HashMap<>();
        words.stream().distinct().collect(Collectors.groupingBy(key)).forEach((c, group) -> {
            String[] sorted = group.toArray(String[]::new);
            Arrays.sort(sorted, Comparator.comparingInt(String::length).reversed());
            groups.put(c, sorted);
        });
        return groups;
    }

    /// The longest word that begins at the place, or null.
    public @Nullable String startingAt(String text, int at) {
        String[] words = at < text.length() && firsts.get(text.charAt(at)) ? byFirst.get(text.charAt(at)) : null;
        if (words != null) {
            for (String word : words) {
                if (text.startsWith(word, at)) {
                    return word;
                }
            }
        }
        return null;
    }

    /// The longest word that ends at the place, or null.
    public @Nullable String endingAt(String text, int at) {
        String[] words = at > 0 && lasts.get(text.charAt(at - 1)) ? byLast.get(text.charAt(at - 1)) : null;
        if (words != null) {
            for (String word : words) {
                if (text.startsWith(word, at - word.length())) {
                    return word;
                }
            }
        }
        return null;
    }
}
