package io.mingjian.metrics;

import io.mingjian.metrics.Quantity.Kind;
import io.mingjian.metrics.WordingIndex.Match;
import io.mingjian.model.MetricModel.Mark;
import io.mingjian.text.Affixes;
import java.util.ArrayList;
import java.util.List;

/// Finds spans of months, which say as much as a word for a part of the year: 1-6月, 2月至4月. All twelve are
/// the year. Immutable.
final class MonthReader {
    private static final int MONTHS = 12;
    private static final Sign PART = new Sign.Marked(Mark.PART_OF_YEAR);
    private static final Sign WHOLE = new Sign.Marked(Mark.THIS_YEAR);

    private final Affixes months;
    private final Affixes ranges;

    /// @param months what follows the number of a month: 月
    /// @param ranges what stands between two of them: 至
    MonthReader(Affixes months, Affixes ranges) {
        this.months = months;
        this.ranges = ranges;
    }

    /// The spans of months by place.
    List<Match<Sign>> in(String text, List<Quantity> quantities) {
        List<Match<Sign>> found = new ArrayList<>();
        for (int k = 1; k < quantities.size(); k++) {
            Quantity first = quantities.get(k - 1);
            Quantity last = quantities.get(k);
            int end = end(text, last);
            if (end > 0 && (first.kind() == Kind.RANGE || end(text, first) > 0) && spans(text, first, last)) {
                boolean whole = number(first) == 1 && number(last) == MONTHS;
                found.add(new Match<>(first.number(), end, whole ? WHOLE : PART));
            }
        }
        return found;
    }

    /// Where the month ends, or 0 where it is none. The 6 of 1-6月 looks like the end of a code.
    private int end(String text, Quantity quantity) {
        if (quantity.kind() == Kind.NOT_COUNTED && months.endingAt(text, quantity.end()) != null) {
            return quantity.end();
        }
        String word = quantity.kind() == Kind.LABEL ? months.startingAt(text, quantity.end()) : null;
        return word == null ? 0 : quantity.end() + word.length();
    }

    private boolean spans(String text, Quantity first, Quantity last) {
        String between = ranges.startingAt(text, first.end());
        return between != null
                && first.end() + between.length() == last.number()
                && number(first) >= 1
                && number(first) < number(last)
                && number(last) <= MONTHS;
    }

    private static int number(Quantity month) {
        return month.value().precision() > 2 ? 0 : month.value().intValue();
    }
}
