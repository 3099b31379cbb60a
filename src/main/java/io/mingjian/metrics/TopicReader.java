package io.mingjian.metrics;

import io.mingjian.metrics.CueMatcher.Found;
import io.mingjian.metrics.WordingIndex.Match;
import org.jspecify.annotations.Nullable;

/// Tells what is being spoken of at a place.
final class TopicReader {
    private final Passage passage;
    private final @Nullable String sectionTopic;

    /// @param sectionTopic what the section speaks of where the text itself does not say, or null
    TopicReader(Passage passage, @Nullable String sectionTopic) {
        this.passage = passage;
        this.sectionTopic = sectionTopic;
    }

    /// The topic named last before the cue in its sentence, else that of the number before it, else the section's.
    @Nullable
    String at(Window window, Found found, @Nullable Frame sibling) {
        String topic = null;
        int from = window.sentence();
        for (Match<Sign> match :
                passage.signs(from, Math.max(found.end(), window.quantity().number()))) {
            if (match.meaning() instanceof Sign.TopicWord word) {
                topic = word.topic();
            }
        }
        if (topic == null && sibling != null && sibling.statement() != null) {
            topic = sibling.statement().metric().topic();
        }
        return topic == null && sectionTopic == null ? behind(window) : topic == null ? sectionTopic : topic;
    }

    /// What the rest of the sentence speaks of, where nothing before says it: 答复812件（含上年结转申请19件）.
    private @Nullable String behind(Window window) {
        int end = passage.sentenceEnd(window.quantity().end());
        for (int i = window.quantity().end(); i < end; i++) {
            if (passage.reading().charAt(i) == ';') {
                end = i;
            }
        }
        for (Match<Sign> match : passage.signs(window.quantity().end(), end)) {
            if (match.meaning() instanceof Sign.TopicWord word) {
                return word.topic();
            }
        }
        return null;
    }
}
