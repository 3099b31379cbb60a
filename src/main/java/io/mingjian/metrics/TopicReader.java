package io.mingjian.metrics;

import io.mingjian.metrics.CueMatcher.Found;
import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel.Mark;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Tells what is being spoken of at a place. One use only.
final class TopicReader {
    /// How far from a number what is told beside it begins: 3件公开，1件部分公开.
    private static final int NEXT = 12;

    /// The longest sentence that only says what the next is about.
    private static final int LONGEST_HEADING = 24;

    private final Passage passage;
    private final @Nullable String sectionTopic;
    /// What the facts of this sentence and of the one before are about.
    private final Set<String> told = new HashSet<>();
    private Set<String> toldBefore = Set.of();

    /// @param sectionTopic what the section speaks of where the text itself does not say, or null
    TopicReader(Passage passage, @Nullable String sectionTopic) {
        this.passage = passage;
        this.sectionTopic = sectionTopic;
    }

    void beginSentence() {
        toldBefore = Set.copyOf(told);
        told.clear();
    }

    void tell(MetricKind metric) {
        if (metric.topic() != null) {
            told.add(metric.topic());
        }
    }

    /// 收到申请152件，办结率98.7%。其中县政府受理31件: whether a sentence lists parts of what the one before was about.
    boolean listsPartsOf(List<String> topics, Window window) {
        Match<Sign> parts =
                passage.last(Mark.PARTS, window.sentence(), window.quantity().start());
        return parts != null
                && passage.clauseStart(parts.start()) == window.sentence()
                && topics.stream().anyMatch(toldBefore::contains);
    }

    /// The topic named before the cue since the last number, else that number's, else the section's.
    @Nullable
    String at(Window window, Found found, @Nullable Frame sibling) {
        String topic = null;
        String before = sibling == null || sibling.statement() == null
                ? null
                : sibling.statement().metric().topic();
        int said = sibling == null || before == null ? 0 : sibling.quantity().end();
        for (Match<Sign> match : passage.signs(
                window.sentence(), Math.max(found.end(), window.quantity().number()))) {
            if (match.meaning() instanceof Sign.TopicWord word && match.start() >= said) {
                topic = word.topic();
            }
        }
        topic = topic == null ? before : topic;
        topic = topic == null ? heading(window.sentence()) : topic;
        return topic == null && sectionTopic == null ? behind(window, found) : topic == null ? sectionTopic : topic;
    }

    /// 依申请公开方面。受理12件: what the sentence or line before names that only says what follows.
    private @Nullable String heading(int sentence) {
        int from = sentence == 0 ? 0 : passage.sentenceStart(sentence - 1);
        if (sentence - from > LONGEST_HEADING || passage.counts(from, sentence)) {
            return null;
        }
        String topic = null;
        for (Match<Sign> match : passage.signs(from, sentence)) {
            topic = match.meaning() instanceof Sign.TopicWord word ? word.topic() : topic;
        }
        return topic;
    }

    /// What is spoken of right behind the number and its unit, or null.
    @Nullable
    String next(Window window) {
        int from = window.quantity().end();
        int end = Math.min(passage.sentenceEnd(from), from + NEXT);
        for (Match<Sign> match : passage.signs(from, end)) {
            if (match.meaning() instanceof Sign.TopicWord word) {
                return word.topic();
            }
        }
        return null;
    }

    /// What the rest of the sentence speaks of, where nothing before says it: 答复812件（含上年结转申请19件）. If it speaks
    /// of several things, one that the cue wants.
    private @Nullable String behind(Window window, Found found) {
        int end = passage.sentenceEnd(window.quantity().end());
        for (int i = window.quantity().end(); i < end; i++) {
            if (passage.reading().charAt(i) == ';') {
                end = i;
            }
        }
        String first = null;
        for (Match<Sign> match : passage.signs(window.quantity().end(), end)) {
            if (match.meaning() instanceof Sign.TopicWord word) {
                if (found.cue().wording().within().contains(word.topic())) {
                    return word.topic();
                }
                first = first == null ? word.topic() : first;
            }
        }
        return first;
    }
}
