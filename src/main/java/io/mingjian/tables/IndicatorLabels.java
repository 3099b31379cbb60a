package io.mingjian.tables;

import io.mingjian.model.Indicators;
import io.mingjian.model.Indicators.Indicator;
import io.mingjian.text.Affixes;
import io.mingjian.text.CharacterSet;
import io.mingjian.text.Folding;
import io.mingjian.text.ReadyWording;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells which indicator a label names. Immutable.
final class IndicatorLabels {
    /// A damaged label is at least so like,
    private static final double LIKE = 0.85;
    /// and so much more like than that of any other indicator: 同意公开答复数 and 不同意公开答复数 are not the same.
    private static final double LEAD = 0.05;

    private static final char FIRST_CIRCLED = '①';
    private static final char LAST_CIRCLED = '⑳';

    private final Affixes leads;
    private final Map<String, List<Entry>> exact = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();

    /// @param above the indicator below which it has this meaning, or null
    private record Entry(Indicator indicator, @Nullable Indicator above, ReadyWording wording) {
        boolean isOpen(@Nullable Indicator open) {
            return above == null || above.equals(open);
        }
    }

    /// @param fit how like the label is, 0..1
    record Match(Indicator indicator, boolean below, double fit) {}

    IndicatorLabels(Indicators indicators) {
        this.leads =
                new Affixes(indicators.leads().stream().map(Folding::squash).toList());
        indicators.rows().forEach(row -> {
            add(row, null);
            row.rows().forEach(part -> add(part, row));
        });
    }

    private void add(Indicator indicator, @Nullable Indicator above) {
        for (String label : indicator.labels()) {
            String words = plain(Folding.squash(label));
            Entry entry = new Entry(indicator, above, new ReadyWording(words));
            entries.add(entry);
            exact.computeIfAbsent(words, each -> new ArrayList<>()).add(entry);
        }
    }

    /// The indicator that the squashed label names to the letter.
    ///
    /// @param open the indicator whose parts may follow, or null
    Optional<Match> exact(String label, @Nullable Indicator open) {
        return exactly(plain(label), open);
    }

    /// The indicator that the squashed label is like, and like no other.
    Optional<Match> near(String label, @Nullable Indicator open) {
        return nearly(plain(label), open);
    }

    /// What stands below the open indicator means that one, before what stands for itself.
    private Optional<Match> exactly(String words, @Nullable Indicator open) {
        Match found = null;
        for (Entry entry : exact.getOrDefault(words, List.of())) {
            if (entry.isOpen(open) && (found == null || entry.above() != null)) {
                found = new Match(entry.indicator(), entry.above() != null, 1);
            }
        }
        return Optional.ofNullable(found);
    }

    private Optional<Match> nearly(String words, @Nullable Indicator open) {
        Entry best = null;
        double most = 0;
        double next = 0;
        CharacterSet kinds = ReadyWording.kinds(words);
        for (Entry entry : entries) {
            double likeness = entry.wording().likeness(words, kinds, LIKE - LEAD);
            boolean other = best != null && !best.indicator().equals(entry.indicator());
            if (likeness > most) {
                next = other ? most : next;
                most = likeness;
                best = entry;
            } else if (other) {
                next = Math.max(next, likeness);
            }
        }
        return best != null && most >= LIKE && most - next >= LEAD && best.isOpen(open)
                ? Optional.of(new Match(best.indicator(), best.above() != null, most))
                : Optional.empty();
    }

    /// The label without what numbers it, leads to it or explains it: 其中：1.当面申请数（件） → 当面申请数.
    private String plain(String squashed) {
        String words = squashed;
        String before = "";
        while (!words.equals(before)) {
            before = words;
            words = withoutLead(PieceReader.bare(words));
            boolean circled = !words.isEmpty() && words.charAt(0) >= FIRST_CIRCLED && words.charAt(0) <= LAST_CIRCLED;
            words = circled ? words.substring(1) : words;
        }
        return withoutBrackets(words);
    }

    private String withoutLead(String words) {
        String lead = leads.startingAt(words, 0);
        return lead == null ? words : words.substring(lead.length());
    }

    private static String withoutBrackets(String words) {
        StringBuilder left = new StringBuilder();
        int depth = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            depth += c == '(' ? 1 : 0;
            if (depth == 0 && c != ')' && c != ':') {
                left.append(c);
            }
            depth -= c == ')' && depth > 0 ? 1 : 0;
        }
        return left.toString();
    }
}
