package io.mingjian.metrics;

import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricModel.Mark;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads numbers that are another level of the one before them: 粉丝由年初的1.9万人涨到2.3万人, 比上年末的30件减少1件.
final class LevelReader {
    private static final Set<Mark> OF_TIME =
            Set.of(Mark.THIS_YEAR, Mark.YEAR_BEFORE, Mark.PART_OF_YEAR, Mark.REACHED, Mark.TOTAL);
    private static final Set<Mark> BESIDE = Set.of(Mark.LEVEL, Mark.DIFFERENCE_TO, Mark.COMPARED);
    private static final int LONGEST_VERB = 4;
    private static final String PUNCTUATION = ",、:(";

    private final Passage passage;

    LevelReader(Passage passage) {
        this.passage = passage;
    }

    /// Whether all that leads to the number says when it was so: 当年为36.2万人次.
    boolean saysOnlyWhen(Window window, Frame before) {
        String unit = window.quantity().unit();
        if (unit != null && !Objects.equals(unit, before.quantity().unit())) {
            return false;
        }
        boolean when = false;
        int at = window.own();
        int end = window.quantity().start();
        while (at < end) {
            Match<Sign> word = wordAt(at, end);
            int year = yearEnd(at);
            if (year > at) {
                when = true;
                at = year;
            } else if (word != null) {
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

    /// Where the year ends that is written here, else the place itself.
    private int yearEnd(int at) {
        int k = passage.firstQuantity(at);
        boolean year = k < passage.quantities().size()
                && passage.quantities().get(k).number() == at
                && passage.quantities().get(k).kind() == Quantity.Kind.YEAR;
        return year ? passage.quantities().get(k).end() : at;
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

    /// 8.1万增长到9.6万: whether a verb right behind the number leads to its next level.
    boolean isLeft(Quantity quantity) {
        return passage.signs(quantity.end(), quantity.end() + LONGEST_VERB).stream()
                .anyMatch(match -> match.start() == quantity.end() && Passage.isMark(match, Mark.REACHED));
    }

    /// Whether the number is what a difference has led to: 较去年增加4件，达到11件.
    boolean isReached(Quantity quantity) {
        int clause = passage.clauseStart(quantity.start());
        Match<Sign> word = passage.last(Mark.REACHED, clause, quantity.start());
        return word != null && word.end() == quantity.start();
    }
}
