package io.mingjian.metrics;

import io.mingjian.metrics.Quantity.Kind;
import io.mingjian.metrics.measure.Measure;
import io.mingjian.metrics.measure.MeasureFinder;
import io.mingjian.text.Affixes;
import io.mingjian.text.Numeral;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what stands around one numeral, outwards from it: what qualifies it, its unit, what makes it a label.
/// One use only.
final class QuantityReader {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2060;
    /// The longest quotation that is a name or a saying.
    private static final int LONGEST_SAYING = 12;
    /// What parts month and day in the name of a day.
    private static final char DOT = '·';

    private final QuantityWords words;
    private final MeasureFinder shares;
    private final String text;
    private final int start;
    private final int floor;
    private final Numeral numeral;
    private int from;
    private int to;
    private @Nullable Approximation approximation;

    /// @param floor where the number before ends: what stands before the floor belongs to that
    QuantityReader(QuantityWords words, MeasureFinder shares, String text, int floor, Numeral numeral) {
        this.words = words;
        this.shares = shares;
        this.text = text;
        this.start = numeral.span().start();
        this.floor = floor;
        this.numeral = numeral;
        this.from = start;
        this.to = numeral.span().end();
        this.approximation = numeral.open() ? Approximation.OVER : null;
    }

    Quantity quantity() {
        Measure measure = shares.at(text, numeral, floor);
        if (measure.kind() == Measure.Kind.SHARE) {
            to = measure.span().end();
            takeBefore();
            // 占六成，计18件: a share said in tenths is too rough for a rate, and the count follows
            Kind kind = numeral.form() == Numeral.Form.PERCENT ? Kind.PERCENT : Kind.NOT_COUNTED;
            return new Quantity(from, start, to, measure.value(), measure.unit(), approximation, kind);
        }
        String untouched = words.notCounted().startingAt(text, to);
        String direct = words.measures().startingAt(text, to);
        if (untouched != null && (direct == null || untouched.length() >= direct.length())) {
            to += untouched.length();
            return done(null, isYear(untouched) ? Kind.YEAR : Kind.NOT_COUNTED);
        }
        if (isLabel()) {
            return done(null, Kind.LABEL);
        }
        if (numeral.open()) {
            approximation = null;
        }
        takeAfter(words.after());
        if (numeral.open()) {
            approximation = Approximation.OVER;
        }
        BigDecimal scaledValue = numeral.value();
        String unit = unit();
        if (unit == null && to < text.length() && words.notCounted().startingAt(text, to) != null) {
            return done(null, Kind.NOT_COUNTED);
        }
        takeAfter(words.afterUnit());
        takeBefore();
        return done(unit, kind(unit, scaledValue));
    }

    private Quantity done(@Nullable String unit, Kind kind) {
        return new Quantity(from, start, to, numeral.value(), unit, approximation, kind);
    }

    private boolean isYear(String word) {
        int value = numeral.value().scale() <= 0 && numeral.value().precision() <= 4
                ? numeral.value().intValue()
                : 0;
        return words.years().startingAt(word, 0) != null && value >= FIRST_YEAR && value <= LAST_YEAR;
    }

    /// 第3, 〔12〕, 2、 at the beginning of a clause, 1） .
    private boolean isLabel() {
        String ordinal = words.ordinals().endingAt(text, start);
        if (ordinal != null && (ordinal.length() == 1 || words.measures().startingAt(text, to) == null)) {
            // 热线电话236通 counts, 第3件 does not
            return true;
        }
        char left = start == 0 ? '\n' : text.charAt(start - 1);
        char right = to < text.length() ? text.charAt(to) : '\n';
        boolean quoted = right == '”' && Character.isLetter(left);
        if (left == '〔' || left == '[' || quoted || isDay(left, right)) {
            return true;
        }
        boolean begins =
                left == '\n' || left == '。' || left == ';' || left == ':' || left == ')' || left == '!' || left == '\t';
        boolean follows = to + 1 < text.length() && !Codes.isDigit(text.charAt(to + 1));
        if (begins && follows && (right == '、' || right == '.' || right == ')' || (right == ',' && left != ':'))) {
            return true;
        }
        return left == '(' && right == ')' && numeral.span().length() <= 2;
    }

    /// “12·4”宪法宣传日.
    private boolean isDay(char left, char right) {
        return (right == DOT && to + 1 < text.length() && Codes.isDigit(text.charAt(to + 1)))
                || (left == DOT && start > 1 && Codes.isDigit(text.charAt(start - 2)));
    }

    private void takeAfter(Map<Approximation, Affixes> affixes) {
        affixes.forEach((id, qualifiers) -> {
            String word = qualifiers.startingAt(text, to);
            if (word != null && approximation == null) {
                approximation = id;
                to += word.length();
            }
        });
    }

    private void takeBefore() {
        String longest = "";
        for (Map.Entry<Approximation, Affixes> entry : words.before().entrySet()) {
            String word = entry.getValue().endingAt(text, start);
            if (word != null && word.length() > longest.length() && start - word.length() >= floor) {
                longest = word;
                approximation = approximation == null ? entry.getKey() : approximation;
            }
        }
        from = start - longest.length();
    }

    /// The measure word; 人（次） and 人(次) read as one.
    private @Nullable String unit() {
        String unit = words.measures().startingAt(text, to);
        if (unit == null) {
            return null;
        }
        to += unit.length();
        if (to + 2 < text.length() && text.charAt(to) == '(' && text.charAt(to + 2) == ')') {
            String second = words.measures().startingAt(text, to + 1);
            if (second != null && second.length() == 1) {
                to += 3;
                // 人(次) is one unit, 篇(条) two for the same
                String both = unit + second;
                return both.equals(words.measures().startingAt(both, 0)) ? both : unit;
            }
        }
        return unit;
    }

    /// “三个不够”, “致居民一封信”: a numeral in words within a short quotation is a part of a name.
    private boolean isQuoted() {
        if (numeral.form() == Numeral.Form.DIGITS) {
            return false;
        }
        int open = start - 1;
        while (open >= 0 && start - open < LONGEST_SAYING && !isQuotation(text.charAt(open))) {
            open--;
        }
        int close = to;
        while (close < text.length() && close - open <= LONGEST_SAYING && !isQuotation(text.charAt(close))) {
            close++;
        }
        return open >= 0
                && text.charAt(open) == '“'
                && close < text.length()
                && close - open <= LONGEST_SAYING
                && text.charAt(close) == '”';
    }

    private static boolean isQuotation(char c) {
        return c == '“' || c == '”';
    }

    /// Whether tabs and line ends enclose the number, a tab among them.
    private boolean isCell() {
        char left = from == 0 ? '\n' : text.charAt(from - 1);
        char right = to < text.length() ? text.charAt(to) : '\n';
        boolean tabs = left == '\t' || right == '\t' || left == '|' || right == '|';
        return tabs && "\t\n|".indexOf(left) >= 0 && "\t\n|".indexOf(right) >= 0;
    }

    private Kind kind(@Nullable String unit, BigDecimal value) {
        String range = words.ranges().startingAt(text, to);
        int other = range == null ? text.length() : to + range.length();
        if (other < text.length() && Numeral.startsWith(text.charAt(other))) {
            return Kind.RANGE;
        }
        if (isQuoted()) {
            return Kind.LABEL;
        }
        boolean digits = numeral.form() == Numeral.Form.DIGITS;
        if (isCell()) {
            return Kind.CELL;
        }
        if (unit != null || digits) {
            return numeral.form() == Numeral.Form.DIGIT_STRING ? Kind.LABEL : Kind.COUNT;
        }
        boolean zero = value.signum() == 0 && numeral.form() == Numeral.Form.CHINESE;
        boolean predicate = words.predicates().endingAt(text, start) != null;
        return zero && predicate ? Kind.COUNT : Kind.WORD;
    }
}
