package io.mingjian.metrics;

import io.mingjian.metrics.Candidate.Reason;
import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricModel.Mark;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// Tells what keeps a number from stating anything: it is a difference, a share, an average, another body's.
final class ExclusionReader {
    /// The longest verb of a difference: 增加发布.
    private static final int LONGEST_DIFFERENCE = 6;
    /// The longest sign of a threshold.
    private static final int LONGEST_THRESHOLD = 3;
    /// The longest words between the halves of 出台一项政策就解读一项.
    private static final int LONGEST_IDIOM = 8;

    private final Passage passage;

    ExclusionReader(Passage passage) {
        this.passage = passage;
    }

    /// What keeps a number from stating anything, whatever stands with it.
    @Nullable
    Reason of(Window window) {
        Quantity quantity = window.quantity();
        int own = window.own();
        int start = quantity.start();
        if (passage.adjoins(Mark.DIFFERENCE, own, start)) {
            return Reason.DIFFERENCE;
        }
        if (isCompared(own, start)) {
            return Reason.DIFFERENCE;
        }
        if (passage.adjoins(Mark.SHARE, own, start) && !isCounted(quantity)) {
            return Reason.SHARE;
        }
        if (passage.has(Mark.FREQUENCY, own, start)) {
            return Reason.FREQUENCY;
        }
        if (passage.has(Mark.STATISTIC, own, start) || adjoinsBehind(quantity)) {
            return Reason.STATISTIC;
        }
        if (isDistributive(quantity)) {
            return Reason.WORD;
        }
        return passage.has(Mark.FOREIGN, own, start) ? Reason.FOREIGN : null;
    }

    /// 网站占143条: what is counted is no share.
    private static boolean isCounted(Quantity quantity) {
        return quantity.kind() == Quantity.Kind.COUNT && quantity.unit() != null;
    }

    /// 出台一项就解读一项: the same single thing twice in a clause is each of them, and no count.
    private boolean isDistributive(Quantity quantity) {
        String said = passage.text(quantity.number(), quantity.end());
        if (quantity.value().compareTo(BigDecimal.ONE) != 0
                || said.length() != 2
                || Character.isDigit(said.charAt(0))) {
            return false;
        }
        String behind = passage.text(quantity.end(), quantity.end() + LONGEST_IDIOM + said.length());
        String before = passage.text(quantity.number() - LONGEST_IDIOM - said.length(), quantity.number());
        int next = behind.indexOf(said);
        int last = before.lastIndexOf(said);
        return (next >= 0 && isPlain(behind.substring(0, next)))
                || (last >= 0 && isPlain(before.substring(last + said.length())));
    }

    /// Whether nothing parts the words.
    private static boolean isPlain(String words) {
        return words.chars().allMatch(Character::isLetter);
    }

    /// 较上年多发布61条: what is said of a comparison with the year before is a difference, unless 的 makes it a level.
    private boolean isCompared(int own, int start) {
        Match<Sign> before = passage.last(Mark.YEAR_BEFORE, own, start);
        return before != null
                && start > before.end()
                && start - before.end() <= LONGEST_DIFFERENCE
                && !passage.has(Mark.LEVEL, before.end(), start)
                && passage.adjoins(Mark.DIFFERENCE_TO, own, before.start());
    }

    /// 10万+推文: a threshold, not a count.
    private boolean adjoinsBehind(Quantity quantity) {
        int end = quantity.end();
        return passage.has(Mark.THRESHOLD, end - 1, end + LONGEST_THRESHOLD)
                && passage.signs(end - 1, end + LONGEST_THRESHOLD).stream()
                        .anyMatch(match -> Passage.isMark(match, Mark.THRESHOLD) && match.start() <= end);
    }
}
