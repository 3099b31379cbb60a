package io.mingjian.metrics.measure;

import io.mingjian.metrics.measure.Measure.Kind;
import io.mingjian.metrics.measure.MeasureWords.Fixed;
import io.mingjian.text.Folding;
import io.mingjian.text.Numeral;
import io.mingjian.text.Numerals;
import java.util.ArrayList;
import java.util.List;

/// Finds the numbers of a text with their units, in one pass. Immutable.
public final class MeasureFinder {
    private final MeasureWords words;

    public MeasureFinder() {
        this(MeasureWords.bundled());
    }

    MeasureFinder(MeasureWords words) {
        this.words = words;
    }

    /// The measures by place; they do not overlap.
    public List<Measure> find(String text) {
        String folded = Folding.fold(text);
        List<Measure> found = new ArrayList<>();
        int end = 0;
        for (Numeral numeral : Numerals.in(text)) {
            betweenNumerals(folded, end, numeral.span().start(), found);
            end = last(found, end);
            if (numeral.span().start() < end) {
                continue;
            }
            Measure measure = at(folded, numeral, end);
            if (measure.unit() == null && isDoubled(folded, numeral)) {
                end = numeral.span().end();
                continue;
            }
            joinDigits(folded, measure, found);
            end = last(found, end);
        }
        betweenNumerals(folded, end, folded.length(), found);
        return List.copyOf(found);
    }

    /// The number at its place with the unit that belongs to it.
    ///
    /// @param folded the text, folded
    /// @param floor  where the number before ends: what stands before the floor belongs to that
    public Measure at(String folded, Numeral numeral, int floor) {
        return new MeasureReader(words, folded, numeral, floor).read();
    }

    private static int last(List<Measure> found, int end) {
        return found.isEmpty() ? end : Math.max(end, found.getLast().span().end());
    }

    /// 7 2 折: the digits of a discount, said one by one.
    private static void joinDigits(String folded, Measure measure, List<Measure> found) {
        if (measure.kind() == Kind.DISCOUNT && !found.isEmpty()) {
            Measure before = found.getLast();
            boolean digits = before.unit() == null
                    && before.span().length() == 1
                    && measure.number().length() == 1
                    && Words.skip(folded, before.span().end(), 1)
                            == measure.span().start();
            if (digits) {
                found.removeLast();
                found.add(measure.with(before));
                return;
            }
        }
        found.add(measure);
    }

    /// Shares that no numeral begins: 半成, and 对折 behind 打.
    private void betweenNumerals(String folded, int from, int to, List<Measure> found) {
        int i = from;
        while (i < to) {
            Words.Match<Fixed> fixed =
                    folded.charAt(i) == ' ' ? null : words.fixed().after(folded, i);
            if (fixed != null
                    && folded.startsWith(
                            fixed.meaning().before(),
                            i - fixed.meaning().before().length())) {
                found.add(Measure.fixed(i, fixed.end(), fixed.meaning()));
                i = fixed.end();
                continue;
            }
            Measure half = Numeral.isHalf(folded.charAt(i)) ? MeasureReader.half(words, folded, i) : null;
            if (half != null) {
                found.add(half);
            }
            i = half == null ? i + 1 : half.span().end();
        }
    }

    /// 两两 and 九九 count nothing unless a unit follows.
    private static boolean isDoubled(String folded, Numeral numeral) {
        int start = numeral.span().start();
        return numeral.form() == Numeral.Form.DIGIT_STRING
                && numeral.span().length() == 2
                && folded.charAt(start) == folded.charAt(start + 1);
    }
}
