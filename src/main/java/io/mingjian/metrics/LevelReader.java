package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricModel.Mark;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads numbers that are another level of the one before them: 粉丝由年初的1.9万人涨到2.3万人, 比上年末的30件减少1件.
final class LevelReader {
    private static final Set<Mark> OF_TIME = Set.of(Mark.THIS_YEAR, Mark.YEAR_BEFORE, Mark.REACHED);
    private static final Set<Mark> BESIDE = Set.of(Mark.LEVEL, Mark.DIFFERENCE_TO);
    private static final String PUNCTUATION = ",、:(";

    private final Passage passage;

    LevelReader(Passage passage) {
        this.passage = passage;
    }

    /// Whether all that leads to the number says when it was so: 当年为36.2万人次.
    boolean saysOnlyWhen(Window window, Frame before) {
        if (!Objects.equals(window.quantity().unit(), before.quantity().unit())) {
            return false;
        }
        boolean when = false;
        int at = window.own();
        int end = window.quantity().start();
        while (at < end) {
            Match<Sign> word = wordAt(at, end);
            if (word != null) {
                when |= word.meaning() instanceof Sign.Marked marked && OF_TIME.contains(marked.mark());
                at = word.end();
            } else if (PUNCTUATION.indexOf(passage.reading().charAt(at)) >= 0) {
                at++;
            } else {
                return false;
            }
        }
        return when;
    }

    /// The longest word of time that begins here, or null.
    private @Nullable Match<Sign> wordAt(int at, int end) {
        for (Match<Sign> match : passage.signs(at, end)) {
            if (match.start() > at) {
                return null;
            }
            if (match.meaning() instanceof Sign.Marked marked
                    && (OF_TIME.contains(marked.mark()) || BESIDE.contains(marked.mark()))) {
                return match;
            }
        }
        return null;
    }

    /// Whether the number is what a difference has led to: 较去年增加4件，达到11件.
    boolean isReached(Quantity quantity) {
        int clause = passage.clauseStart(quantity.start());
        Match<Sign> word = passage.last(Mark.REACHED, clause, quantity.start());
        return word != null && word.end() == quantity.start();
    }
}
