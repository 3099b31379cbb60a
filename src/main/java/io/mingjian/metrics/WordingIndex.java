package io.mingjian.metrics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;

/// Finds all wordings of a model in a text in one pass (Aho-Corasick). Immutable, safe to share between threads.
///
/// @param <T> what a wording means
final class WordingIndex<T> {
    private final State<T>[] states;
    /// Where each character leads from the root, which is where most of them are read.
    private final char[] fromRoot = new char[1 << 16];

    private WordingIndex(State<T>[] states) {
        this.states = states;
        State<T> root = states[0];
        for (int i = 0; i < root.keys.length; i++) {
            fromRoot[root.keys[i]] = (char) root.next[i];
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

    /// A prefix of wordings, and where the next character leads.
    private static final class State<T> {
        private final char[] keys;
        private final int[] next;
        /// The state of the longest ending of this prefix that is a prefix, too.
        private final int fail;
        /// The state of the longest ending that is a wording, or 0.
        private final int shorter;

        private final int length;
        private final List<T> meanings;

        State(char[] keys, int[] next, int fail, int shorter, int length, List<T> meanings) {
            this.keys = keys;
            this.next = next;
            this.fail = fail;
            this.shorter = shorter;
            this.length = length;
            this.meanings = meanings;
        }

        /// Few characters go on from here, so they are tried one by one.
        int step(char c) {
            for (int i = 0; i < keys.length; i++) {
                if (keys[i] == c) {
                    return next[i];
                }
            }
            return -1;
        }
    }

    /// All wordings in the text, by start, then the longer first.
    List<Match<T>> in(String text) {
        List<Match<T>> matches = new ArrayList<>();
        int state = 0;
        for (int i = 0; i < text.length(); i++) {
            state = step(state, text.charAt(i));
            for (int s = state; s > 0; s = states[s].shorter) {
                State<T> found = states[s];
                for (T meaning : found.meanings) {
                    matches.add(new Match<>(i + 1 - found.length, i + 1, meaning));
                }
            }
        }
        matches.sort(Match.BY_PLACE);
        return matches;
    }

    private int step(int from, char c) {
        int state = from;
        while (state != 0) {
            int next = states[state].step(c);
            if (next >= 0) {
                return next;
            }
            state = states[state].fail;
        }
        return fromRoot[c];
    }

    /// Collects wordings for an index.
    static final class Builder<T> {
        private final List<Node<T>> nodes = new ArrayList<>();

        Builder() {
            nodes.add(new Node<>(0));
        }

        private static final class Node<T> {
            final TreeMap<Character, Integer> next = new TreeMap<>();
            final List<T> meanings = new ArrayList<>();
            final int length;
            int fail;
            int shorter;

            Node(int length) {
                this.length = length;
            }
        }

        Builder<T> add(String wording, T meaning) {
            int node = 0;
            for (int i = 0; i < wording.length(); i++) {
                int length = i + 1;
                Integer next = nodes.get(node).next.computeIfAbsent(wording.charAt(i), c -> {
                    nodes.add(new Node<>(length));
                    return nodes.size() - 1;
                });
                node = next;
            }
            nodes.get(node).meanings.add(meaning);
            return this;
        }

        WordingIndex<T> build() {
            Deque<Integer> queue = new ArrayDeque<>(nodes.getFirst().next.values());
            while (!queue.isEmpty()) {
                Node<T> node = nodes.get(queue.poll());
                node.next.forEach((c, child) -> {
                    nodes.get(child).fail = fallBack(node.fail, c);
                    queue.add(child);
                });
                Node<T> fail = nodes.get(node.fail);
                node.shorter = fail.meanings.isEmpty() ? fail.shorter : node.fail;
            }
            if (nodes.size() >= 1 << 16) {
                throw new IllegalStateException(nodes.size() + " prefixes of wordings");
            }
            @SuppressWarnings({"unchecked", "rawtypes"})
            State<T>[] states = nodes.stream().map(Builder::freeze).toArray(State[]::new);
            return new WordingIndex<>(states);
        }

        private int fallBack(int from, char c) {
            int state = from;
            while (true) {
                Integer next = nodes.get(state).next.get(c);
                if (next != null) {
                    return next;
                }
                if (state == 0) {
                    return 0;
                }
                state = nodes.get(state).fail;
            }
        }

        private static <T> State<T> freeze(Node<T> node) {
            char[] keys = new char[node.next.size()];
            int[] next = new int[keys.length];
            int i = 0;
            for (var entry : node.next.entrySet()) {
                keys[i] = entry.getKey();
                next[i++] = entry.getValue();
            }
            return new State<>(keys, next, node.fail, node.shorter, node.length, List.copyOf(node.meanings));
        }
    }
}
