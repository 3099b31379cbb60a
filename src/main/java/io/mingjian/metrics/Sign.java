package io.mingjian.metrics;

import io.mingjian.model.MetricCue;
import io.mingjian.model.MetricKind;
import io.mingjian.model.MetricModel.Mark;
import io.mingjian.text.Affixes;
import org.jspecify.annotations.Nullable;

/// What a wording of the model means where it is found.
sealed interface Sign {

    /// A part of a cue.
    record Part(Cue cue, int index) implements Sign {}

    /// The name of a channel.
    record ChannelName(String channel, boolean general) implements Sign {}

    /// A word that tells what is being spoken of.
    record TopicWord(String topic) implements Sign {}

    /// Whose figure it is.
    record ScopeWord(Scope scope) implements Sign {}

    /// What there was none of, if a negation governs it.
    ///
    /// @param lead  what must stand right before the negation
    /// @param plain whether nothing must
    record Absence(MetricKind metric, Affixes lead, boolean plain) implements Sign {}

    /// A word with a part in the sentence.
    record Marked(Mark mark) implements Sign {}

    /// A qualifier such as 不少于; here only so that the 少 within is nobody's.
    record Qualified() implements Sign {}

    /// A cue of the model with what it is a cue of: a metric, the echo of one, or figures that are none of
    /// ours.
    ///
    /// @param metric null where the figure is none of ours
    /// @param echo   whose number is repeated, or null
    record Cue(@Nullable MetricKind metric, MetricCue wording, MetricKind.@Nullable Echo echo) {
        boolean weak() {
            return wording.weak();
        }

        /// Whether a year is among its words.
        boolean isDated() {
            for (MetricCue.Part part : wording.parts()) {
                if (part.year() != null) {
                    return true;
                }
            }
            return false;
        }

        boolean hasGap() {
            return wording.parts().size() > 1;
        }
    }
}
