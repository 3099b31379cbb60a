package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricModel.Mark;
import org.jspecify.annotations.Nullable;

/// Tells whether all that leads to a number says where something was published: 在公众号发布20篇.
final class PlaceReader {
    private static final String PUNCTUATION = ",、:";

    private final Passage passage;

    PlaceReader(Passage passage) {
        this.passage = passage;
    }

    /// Whether nothing stands before the number in its clause but a channel, a verb, and little words beside them.
    boolean saysOnlyWhere(Window window) {
        boolean channel = false;
        int at = window.own();
        int end = window.quantity().start();
        while (at < end) {
            Match<Sign> word = wordAt(at, end);
            if (word != null) {
                channel |= word.meaning() instanceof Sign.ChannelName;
                at = word.end();
            } else if (PUNCTUATION.indexOf(passage.reading().charAt(at)) >= 0) {
                at++;
            } else {
                return false;
            }
        }
        return channel;
    }

    /// The longest such word that begins here, or null.
    private @Nullable Match<Sign> wordAt(int at, int end) {
        for (Match<Sign> match : passage.signs(at, end)) {
            if (match.start() > at) {
                return null;
            }
            boolean fits =
                    switch (match.meaning()) {
                        case Sign.ChannelName channel -> true;
                        case Sign.Part part ->
                            part.cue().weak() && !part.cue().wording().names();
                        case Sign.Marked marked -> marked.mark() == Mark.PLACE;
                        case Sign.TopicWord topic -> false;
                        case Sign.ScopeWord scope -> false;
                        case Sign.Absence absence -> false;
                        case Sign.Qualified qualified -> false;
                    };
            if (fits) {
                return match;
            }
        }
        return null;
    }
}
