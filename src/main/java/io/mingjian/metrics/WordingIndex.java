package io.mingjian.metrics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/// Finds all wordings of a model in a text: from each place it follows the characters as long as some wording
/// goes on with them, hardly ever more than a few. Immutable, safe to share between threads.
///
/// @param <T> what a wording means
final class WordingIndex<T> {
    /// The prefixes of wordings; the first is the empty one.
    private final State<T>[] states;
    /// Where each character leads from the empty prefix, or 0: most characters begin no wording.
    private final char[] begun = new char[1 << 16];

    private final int longest;

    private WordingIndex(State<T>[] states, int longest) {
        this.states = states;
        this.longest = longest;
        State<T> empty = states[0];
        for (int i = 0; i < empty.keys.length; i++) {
            begun[empty.keys[i]] = (char) empty.next[i];
        }
    }

    /// A wording found: `[start, end)` of the text.
    record Match<T>(int start, int end, T meaning) {
        /// By start, then the longer first.
        static final Comparator<Match<?>> BY_PLACE =
                (a, b) -> a.start != b.start ? Integer.compare(a.start, b.start) : b.end - a.end;

        int length() {
            return end - start;
        }

        boolean holds(Match<?> other) {
            return start <= other.start && other.end <= end && other.length() < length();
        }
    }

    /// A prefix of wordings, where the next character leads, and what it means where it is a wording itself.
    private static final class State<T> {
        private final char[] keys;
        private final int[] next;
        private final List<T> meanings;

        State(char[] keys, int[] next, List<T> meanings) {
            this.keys = keys;
            this.next = next;
            this.meanings = meanings;
        }

        /// Few characters go on from here, so they are tried one by one; 0 where this one does not.
        int step(char c) {
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] == c) {
                    return next[i];
                }
            }
            return 0;
        }
    }

    /// All wordings in the text, by start, then the longer first.
    List<Match<T>> in(String text) {
        List<Match<T>> matches = new ArrayList<>();
        int[] path = new int[longest];
        for (int start = 0; start < text.length(); start++) {
            int length = 0;
            int state = begun[text.charAt(start)];
            while (state != 0) {
                path[length++] = state;
                int next = start + length;
                state = next < text.length() ? states[state].step(text.charAt(next)) : 0;
            }
            for (; length > 0; length--) {
                for (T meaning : states[path[length - 1]].meanings) {
                    matches.add(new Match<>(start, start + length, meaning));
                }
            }
        }
        return matches;
    }

    /// Collects wordings for an index.
    static final class Builder<T> {
        private final List<Node<T>> nodes = new ArrayList<>();
        private int longest;

        Builder() {
            nodes.add(new Node<>());
        }

        private static final class Node<T> {
            final TreeMap<Character, Integer> next = new TreeMap<>();
            final List<T> meanings = new ArrayList<>();
        }

        Builder<T> add(String wording, T meaning) {
            int node = 0;
            for (int i = 0; i < wording.length(); i++) {
                node = nodes.get(node).next.computeIfAbsent(wording.charAt(i), c -> {
                    nodes.add(new Node<>());
                    return nodes.size() - 1;
                });
            }
            nodes.get(node).meanings.add(meaning);
            longest = Math.max(longest, wording.length());
            return this;
        }

        WordingIndex<T> build() {
            if (nodes.size() >= 1 << 16) {
                throw new IllegalStateException(nodes.size() + " prefixes of wordings");
            }
            @SuppressWarnings({"unchecked", "rawtypes"})
            State<T>[] states = nodes.stream().map(Builder::freeze).toArray(State[]::new);
            return new WordingIndex<>(states, longest);
        }

        private static <T> State<T> freeze(Node<T> node) {
            char[] keys = new char[node.next.size()];
            int[] next = new int[keys.length];
            int i = 0;
            for (var entry : node.next.entrySet()) {
                keys[i] = entry.getKey();
                next[i++] = entry.getValue();
            }
            return new State<>(keys, next, List.copyOf(node.meanings));
        }
    }
}
