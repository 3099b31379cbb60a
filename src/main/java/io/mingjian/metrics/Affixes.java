package io.mingjian.metrics;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A closed list of words that may stand right before or right after a place.
final class Affixes {
    private final Set<String> words;
    private final int longest;
    private final BitSet firsts = new BitSet();
    private final BitSet lasts = new BitSet();

    Affixes(Collection<String> words) {
        this.words = new HashSet<>(words);
        this.longest = words.stream().mapToInt(String::length).max().orElse(0);
        for (String word : this.words) {
            firsts.set(word.charAt(0));
            lasts.set(word.charAt(word.length() - 1));
        }
    }

    /// The longest word that begins at the place, or null.
    @Nullable
    String startingAt(String text, int at) {
        if (at >= text.length() || !firsts.get(text.charAt(at))) {
            return null;
        }
        for (int length = Math.min(longest, text.length() - at); length > 0; length--) {
            String word = text.substring(at, at + length);
            if (words.contains(word)) {
                return word;
            }
        }
        return null;
    }

    /// The longest word that ends at the place, or null.
    @Nullable
    String endingAt(String text, int at) {
        if (at <= 0 || !lasts.get(text.charAt(at - 1))) {
            return null;
        }
        for (int length = Math.min(longest, at); length > 0; length--) {
            String word = text.substring(at - length, at);
            if (words.contains(word)) {
                return word;
            }
        }
        return null;
    }
}
