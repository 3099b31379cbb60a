package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricModel.Mark;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A reading with everything that was found in it: wordings, quantities, and where sentences and clauses part.
/// Places are indexes of the reading.
final class Passage {
    /// How far a word can stand from the number it governs. Bounds the work on text without punctuation.
    static final int REACH = 160;

    private final Reading reading;
    private final List<Match<Sign>> signs;
    private final List<Quantity> quantities;
    /// The wordings by what they do, each in order.
    private final Map<Mark, List<Match<Sign>>> marks = new EnumMap<>(Mark.class);

    private final int[] clauseStart;
    private final int[] sentenceStart;
    private final int[] depth;
    /// The first sign that begins at or after each place.
    private final int[] firstSign;
    /// The first quantity whose number begins at or after each place.
    private final int[] firstQuantity;
    /// How many of the quantities before each count something.
    private final int[] counted;

    Passage(Reading reading, List<Match<Sign>> signs, List<Quantity> quantities) {
        this.reading = reading;
        this.signs = signs;
        this.quantities = quantities;
        for (Match<Sign> match : signs) {
            if (match.meaning() instanceof Sign.Marked marked) {
                marks.computeIfAbsent(marked.mark(), mark -> new ArrayList<>()).add(match);
            }
        }
        int length = reading.length();
        this.clauseStart = new int[length + 1];
        this.sentenceStart = new int[length + 1];
        this.depth = new int[length + 1];
        this.firstSign = new int[length + 2];
        for (int at = 0, k = 0; at < firstSign.length; at++) {
            while (k < signs.size() && signs.get(k).start() < at) {
                k++;
            }
            firstSign[at] = k;
        }
        this.firstQuantity = new int[length + 2];
        for (int at = 0, k = 0; at < firstQuantity.length; at++) {
            while (k < quantities.size() && quantities.get(k).number() < at) {
                k++;
            }
            firstQuantity[at] = k;
        }
        this.counted = new int[quantities.size() + 1];
        for (int k = 0; k < quantities.size(); k++) {
            counted[k + 1] = counted[k] + (quantities.get(k).counts() ? 1 : 0);
        }
        part();
    }

    /// One pass over the characters. A bracket without a count in it parts nothing: 微信公众号（云上云溪）发布12条.
    private void part() {
        boolean[] parting = partingBrackets();
        int clause = 0;
        int sentence = 0;
        int level = 0;
        for (int i = 0; i <= reading.length(); i++) {
            clauseStart[i] = clause;
            sentenceStart[i] = sentence;
            depth[i] = level;
            if (i == reading.length()) {
                break;
            }
            char c = reading.text().charAt(i);
            if (endsSentence(c)) {
                clause = i + 1;
                sentence = i + 1;
                level = 0;
            } else if (c == '(' && parting[i]) {
                clause = i + 1;
                level++;
            } else if (c == ')' && parting[i]) {
                clause = i + 1;
                level = Math.max(0, level - 1);
            } else if (c == ',' || c == ';' || c == ':' || c == '|' || c == '\t') {
                clause = i + 1;
            }
        }
    }

    private boolean[] partingBrackets() {
        boolean[] parting = new boolean[reading.length()];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < reading.length(); i++) {
            char c = reading.text().charAt(i);
            if (c == '(') {
                open.add(i);
            } else if (c == ')' && !open.isEmpty()) {
                int from = open.removeLast();
                boolean counts = hasCount(from, i);
                parting[from] = counts;
                parting[i] = counts;
            } else if (endsSentence(c)) {
                open.clear();
            }
        }
        return parting;
    }

    /// Whether a number that counts something begins in `[from, to)`.
    boolean counts(int from, int to) {
        return hasCount(from, to);
    }

    private boolean hasCount(int from, int to) {
        return counted[firstQuantity(to)] > counted[firstQuantity(from)];
    }

    static boolean endsSentence(char c) {
        return c == '。' || c == '!' || c == '?' || c == '\n';
    }

    Reading reading() {
        return reading;
    }

    List<Quantity> quantities() {
        return quantities;
    }

    List<Match<Sign>> signs() {
        return signs;
    }

    /// Where the clause of this place begins.
    int clauseStart(int at) {
        return Math.max(clauseStart[at], at - REACH);
    }

    /// Where the line of this place begins, as far as a word can stand from the number it governs.
    int lineStart(int at) {
        int i = at;
        while (i > 0 && i > at - REACH && reading.charAt(i - 1) != '\n') {
            i--;
        }
        return i;
    }

    int sentenceStart(int at) {
        return Math.max(sentenceStart[at], at - REACH);
    }

    int depth(int at) {
        return depth[at];
    }

    /// The first place at or after this one where a clause ends.
    int clauseEnd(int at) {
        int i = at;
        while (i < Math.min(reading.length(), at + REACH) && clauseStart[i + 1] == clauseStart[at]) {
            i++;
        }
        return i;
    }

    int sentenceEnd(int at) {
        int i = at;
        while (i < Math.min(reading.length(), at + REACH)
                && !endsSentence(reading.text().charAt(i))) {
            i++;
        }
        return i;
    }

    /// Index of the first quantity that begins at or after the place.
    int firstQuantity(int from) {
        return firstQuantity[Math.clamp(from, 0, firstQuantity.length - 1)];
    }

    /// The quantities whose number begins in `[from, to)`.
    List<Quantity> quantities(int from, int to) {
        int first = firstQuantity(from);
        return quantities.subList(first, Math.max(first, firstQuantity(to)));
    }

    /// The wordings that lie in `[from, to)`.
    List<Match<Sign>> signs(int from, int to) {
        int first = firstSign[Math.clamp(from, 0, firstSign.length - 1)];
        int last = first;
        boolean whole = true;
        while (last < signs.size() && signs.get(last).start() < to) {
            whole &= signs.get(last++).end() <= to;
        }
        List<Match<Sign>> begun = signs.subList(first, last);
        // copying is the rare case: hardly ever does a wording reach over the end
        return whole ? begun : begun.stream().filter(match -> match.end() <= to).toList();
    }

    private static int firstFrom(List<Match<Sign>> sorted, int from) {
        int low = 0;
        int high = sorted.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted.get(middle).start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The last wording with this mark in `[from, to)`, or null.
    @Nullable
    Match<Sign> last(Mark mark, int from, int to) {
        List<Match<Sign>> marked = marks.getOrDefault(mark, List.of());
        for (int k = firstFrom(marked, to) - 1; k >= 0 && marked.get(k).start() >= from; k--) {
            if (marked.get(k).end() <= to) {
                return marked.get(k);
            }
        }
        return null;
    }

    /// Whether the last wording with this mark in `[from, to)` ends there.
    boolean adjoins(Mark mark, int from, int to) {
        Match<Sign> match = last(mark, from, to);
        return match != null && match.end() == to;
    }

    boolean has(Mark mark, int from, int to) {
        return last(mark, from, to) != null;
    }

    static boolean isMark(Match<Sign> match, Mark mark) {
        return match.meaning() instanceof Sign.Marked marked && marked.mark() == mark;
    }

    String text(int from, int to) {
        int start = Math.clamp(from, 0, reading.length());
        return reading.text().substring(start, Math.clamp(to, start, reading.length()));
    }
}
