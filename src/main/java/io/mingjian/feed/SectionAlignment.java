package io.mingjian.feed;

import io.mingjian.text.Folding;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Two years' prose side by side: sections by their ids and not their headings, and what of the later one was
/// already in the earlier one.
///
/// Figures and blanks are left out of the comparison, since they change even in what is copied; what is shorter
/// than a phrase is written by everybody and does not count as copied.
public final class SectionAlignment {
    private static final int SHORTEST = 12;
    private static final int DIGITS = 4;
    private static final String ENDS = "。！？\n\t";

    private SectionAlignment() {}

    /// A section of a report.
    public record Part(String id, String heading, String text) {}

    /// A section of both years.
    ///
    /// @param before     null where the earlier report has none; `after` likewise
    /// @param similarity pairs of characters that both share over all of them, 0..1
    /// @param copied     sentences of the later one that stand in the earlier one word by word
    /// @param share      how much of the later one they are, 0..1
    public record Aligned(
            String id,
            @Nullable Part before,
            @Nullable Part after,
            BigDecimal similarity,
            List<String> copied,
            BigDecimal share) {
        public Aligned {
            copied = List.copyOf(copied);
        }
    }

    /// Every section of either report, in the order of the later one.
    public static List<Aligned> of(List<Part> before, List<Part> after) {
        Map<String, Part> earlier = joined(before);
        Map<String, Part> later = joined(after);
        Set<String> ids = new LinkedHashSet<>(later.keySet());
        ids.addAll(earlier.keySet());
        List<Aligned> aligned = new ArrayList<>();
        for (String id : ids) {
            aligned.add(align(id, earlier.get(id), later.get(id)));
        }
        return aligned;
    }

    /// Sections of one id are one.
    private static Map<String, Part> joined(List<Part> parts) {
        Map<String, Part> joined = new java.util.LinkedHashMap<>();
        for (Part part : parts) {
            joined.merge(
                    part.id(),
                    part,
                    (one, other) -> new Part(one.id(), one.heading(), one.text() + "\n" + other.text()));
        }
        return joined;
    }

    private static Aligned align(String id, @Nullable Part before, @Nullable Part after) {
        if (before == null || after == null) {
            return new Aligned(id, before, after, BigDecimal.ZERO, List.of(), BigDecimal.ZERO);
        }
        Set<String> known = new HashSet<>();
        sentences(before.text()).forEach(sentence -> known.add(words(sentence)));
        List<String> copied = new ArrayList<>();
        long same = 0;
        long all = 0;
        for (String sentence : sentences(after.text())) {
            String words = words(sentence);
            all += words.length();
            if (words.length() >= SHORTEST && known.contains(words)) {
                same += words.length();
                copied.add(sentence);
            }
        }
        return new Aligned(
                id, before, after, similarity(words(before.text()), words(after.text())), copied, part(same, all));
    }

    private static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || ENDS.indexOf(text.charAt(i)) >= 0) {
                String sentence = text.substring(start, i).strip();
                if (!sentence.isEmpty()) {
                    sentences.add(sentence);
                }
                start = i + 1;
            }
        }
        return sentences;
    }

    private static String words(String sentence) {
        StringBuilder words = new StringBuilder();
        Folding.squash(sentence).chars().filter(c -> c < '0' || c > '9').forEach(c -> words.append((char) c));
        return words.toString();
    }

    private static BigDecimal similarity(String one, String other) {
        Map<String, Integer> pairs = pairs(one);
        Map<String, Integer> others = pairs(other);
        long shared = 0;
        for (Map.Entry<String, Integer> pair : pairs.entrySet()) {
            shared += Math.min(pair.getValue(), others.getOrDefault(pair.getKey(), 0));
        }
        int all = Math.max(0, one.length() - 1) + Math.max(0, other.length() - 1);
        return all == 0 ? (one.equals(other) ? BigDecimal.ONE : BigDecimal.ZERO) : part(2 * shared, all);
    }

    private static Map<String, Integer> pairs(String text) {
        Map<String, Integer> pairs = new HashMap<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.merge(text.substring(i, i + 2), 1, Integer::sum);
        }
        return pairs;
    }

    private static BigDecimal part(long some, long all) {
        return all == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(some).divide(BigDecimal.valueOf(all), DIGITS, RoundingMode.HALF_UP);
    }
}
