package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;

/// Finds the run of words that states a fact, its number included.
final class QuoteReader {
    /// What stands behind a number and is no longer than this belongs to its quote: 341篇推文.
    private static final int NOUN_BEHIND = 10;

    private static final String JOINTS = "、,和 ";

    private final Passage passage;

    QuoteReader(Passage passage) {
        this.passage = passage;
    }

    int start(Window window, Choice choice, ChannelReader.Read channel) {
        int start = window.own();
        while (start < window.quantity().start()
                && JOINTS.indexOf(passage.reading().charAt(start)) >= 0) {
            start++;
        }
        if (choice.reason() == Reason.EARLIER_CLAUSE && choice.found() != null) {
            start = Math.min(start, choice.found().start());
        }
        if (channel.named() && channel.start() >= window.lead()) {
            start = Math.min(start, channel.start());
        }
        return start;
    }

    int end(Window window, Choice choice, ChannelReader.Read channel) {
        int end = window.quantity().end();
        if (window.end() - end <= NOUN_BEHIND) {
            end = window.end();
        }
        if (choice.found() != null) {
            end = Math.max(end, choice.found().end());
        }
        return channel.named() ? Math.max(end, channel.end()) : end;
    }
}
