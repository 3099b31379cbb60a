package io.mingjian.metrics.measure;

import io.mingjian.metrics.measure.MeasureWords.Side;
import io.mingjian.metrics.measure.Range.Form;
import io.mingjian.text.Folding;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the ranges of a text: each number with its neighbour and the words around it, once from left to right.
/// Immutable.
public final class RangeFinder {
    private final MeasureWords words;
    private final MeasureFinder measures;

    public RangeFinder() {
        this.words = MeasureWords.bundled();
        this.measures = new MeasureFinder(words);
    }

    /// The ranges by place; they do not overlap.
    public List<Range> find(String text) {
        String folded = Folding.fold(text);
        List<Measure> numbers = measures.find(text);
        List<Range> found = new ArrayList<>();
        int floor = 0;
        for (int i = 0; i < numbers.size(); i++) {
            Range pair = i + 1 < numbers.size() ? pair(folded, numbers.get(i), numbers.get(i + 1), floor) : null;
            Range range = pair == null ? compared(folded, numbers.get(i), floor) : pair;
            floor = numbers.get(i).span().end();
            if (range != null) {
                add(folded, range, found);
                floor = Math.max(floor, range.span().end());
                i += pair == null ? 0 : 1;
            }
        }
        return List.copyOf(found);
    }

    /// 3到5, 在3和5之间.
    private @Nullable Range pair(String text, Measure one, Measure other, int floor) {
        if (one.value().compareTo(other.value()) >= 0) {
            return null;
        }
        Words.Match<Boolean> joint = words.joints().after(text, one.span().end());
        Words.Match<Boolean> and =
                joint == null ? words.pairs().after(text, one.span().end()) : joint;
        if (and == null || Words.skip(text, and.end(), 1) != other.span().start()) {
            return null;
        }
        Words.Match<Boolean> suffix = words.between().after(text, other.span().end());
        if (joint == null && suffix == null) {
            return null;
        }
        Words.Match<Boolean> prefix =
                suffix == null ? null : words.within().before(text, one.span().start(), floor);
        Span span = new Span(
                prefix == null ? one.span().start() : prefix.start(),
                suffix == null ? other.number().end() : suffix.end());
        return new Range(span, one.value(), true, other.value(), true, Form.FROM_TO);
    }

    private @Nullable Range compared(String text, Measure number, int floor) {
        int start = number.number().start();
        int end = number.number().end();
        Words.Match<Boolean> than = words.than().before(text, start, floor);
        Words.Match<Side> comparative =
                than == null ? null : words.comparatives().after(text, end);
        if (than != null && comparative != null) {
            return range(than.start(), comparative.end(), number.value(), comparative.meaning());
        }
        Words.Match<Side> before = words.below().before(text, start, floor);
        if (before != null) {
            return range(before.start(), end, number.value(), before.meaning());
        }
        Words.Match<Side> after = words.above().after(text, number.span().end());
        if (after != null) {
            return range(start, after.end(), number.value(), after.meaning());
        }
        Words.Match<Boolean> some = words.some().after(text, end);
        if (number.open() || some != null) {
            int last = some == null ? end : some.end();
            return new Range(new Span(start, last), number.value(), false, null, false, Form.SOME_MORE);
        }
        return null;
    }

    private static Range range(int start, int end, BigDecimal value, Side side) {
        Span span = new Span(start, end);
        return switch (side) {
            case LOW, LOW_CLOSED -> new Range(span, value, side.isClosed(), null, false, Form.COMPARED);
            case HIGH, HIGH_CLOSED -> new Range(span, null, false, value, side.isClosed(), Form.COMPARED);
            case EQUAL -> new Range(span, value, true, value, true, Form.COMPARED);
        };
    }

    /// Adds the range, as one with that before it where the two bound the same number: 大于3并且小于5.
    private void add(String text, Range range, List<Range> found) {
        Range before = found.isEmpty() ? null : found.getLast();
        Range joined = before == null || !isLinked(text, before, range) ? null : joined(before, range);
        if (joined != null) {
            found.removeLast();
        }
        found.add(joined == null ? range : joined);
    }

    private boolean isLinked(String text, Range before, Range range) {
        int next = Words.skip(text, before.span().end(), 1);
        if (next == range.span().start()) {
            return true;
        }
        Words.Match<Boolean> link = words.links().after(text, before.span().end());
        return link != null && Words.skip(text, link.end(), 1) == range.span().start();
    }

    private static @Nullable Range joined(Range one, Range other) {
        Range low = one.low() == null ? other : one;
        Range high = one.low() == null ? one : other;
        boolean fit = one.form() == Form.COMPARED
                && other.form() == Form.COMPARED
                && low.low() != null
                && low.high() == null
                && high.low() == null
                && high.high() != null
                && low.low().compareTo(high.high()) < 0;
        return fit
                ? new Range(
                        new Span(one.span().start(), other.span().end()),
                        low.low(),
                        low.lowClosed(),
                        high.high(),
                        high.highClosed(),
                        Form.COMPARED)
                : null;
    }
}
