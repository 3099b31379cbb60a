package io.mingjian.metrics;

import io.mingjian.metrics.Quantity.Kind;
import io.mingjian.metrics.measure.Measure;
import io.mingjian.metrics.measure.MeasureFinder;
import io.mingjian.model.MetricModel;
import io.mingjian.model.MetricModel.Mark;
import io.mingjian.text.Numeral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the quantities of a text in one pass. Immutable.
final class QuantityLexer {
    private static final int FIRST_YEAR = 1949;
    private static final int LAST_YEAR = 2060;
    private static final int LONGEST_CODE = 6;
    /// The longest quotation that is a name or a saying.
    private static final int LONGEST_SAYING = 12;
    /// What carries a number on into a code, a date or an address.
    private static final String CODE_LINKS = "-/.:_@#=&";

    private final Affixes measures;
    private final Affixes notCounted;
    private final Affixes ordinals;
    private final Affixes years;
    private final Affixes ranges;
    private final Affixes predicates;
    private final Map<Approximation, Affixes> before = new EnumMap<>(Approximation.class);
    private final Map<Approximation, Affixes> after = new EnumMap<>(Approximation.class);
    private final Map<Approximation, Affixes> afterUnit = new EnumMap<>(Approximation.class);
    private final WordingIndex<Boolean> names;
    private final MeasureFinder shares = new MeasureFinder();

    QuantityLexer(MetricModel model) {
        this.measures = new Affixes(model.measures());
        this.notCounted = new Affixes(model.notCounted());
        this.ordinals = new Affixes(model.words(Mark.ORDINAL));
        this.years = new Affixes(model.words(Mark.YEAR));
        this.ranges = new Affixes(model.words(Mark.RANGE));
        this.predicates = new Affixes(model.words(Mark.PREDICATE));
        for (MetricModel.Qualifier qualifier : model.qualifiers()) {
            Approximation id = Approximation.valueOf(qualifier.id().toUpperCase(Locale.ROOT));
            before.put(id, new Affixes(qualifier.before()));
            after.put(id, new Affixes(qualifier.after()));
            afterUnit.put(id, new Affixes(qualifier.afterUnit()));
        }
        WordingIndex.Builder<Boolean> builder = new WordingIndex.Builder<>();
        model.words(Mark.NAME).forEach(word -> builder.add(word, Boolean.TRUE));
        this.names = builder.build();
    }

    /// The quantities by place; they do not overlap.
    List<Quantity> quantities(String text) {
        List<WordingIndex.Match<Boolean>> named = names.in(text);
        List<Quantity> found = new ArrayList<>();
        int title = 0;
        int name = 0;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            title = c == '《' ? 1 : c == '》' || c == '\n' ? 0 : title;
            while (name < named.size() && named.get(name).end() <= i) {
                name++;
            }
            if (!Numeral.startsWith(c) && !Numeral.isScale(c)) {
                i = isLatin(c) ? codeEnd(text, i) : i + 1;
                continue;
            }
            if (name < named.size() && named.get(name).start() <= i && isName(text, named.get(name))) {
                i = named.get(name).end();
                continue;
            }
            Quantity quantity =
                    at(text, i, found.isEmpty() ? 0 : found.getLast().end());
            if (quantity == null) {
                i = isDigit(c) ? codeEnd(text, i) : i + 1;
                continue;
            }
            found.add(title > 0 ? quantity.as(Kind.LABEL) : endOfRange(found, quantity));
            i = Math.max(i + 1, quantity.end());
        }
        return withoutNumbering(text, shareUnits(text, found));
    }

    /// 3至5项: the second end of a range.
    private static Quantity endOfRange(List<Quantity> found, Quantity quantity) {
        Quantity before = found.isEmpty() ? null : found.getLast();
        boolean ends = before != null && before.kind() == Kind.RANGE && quantity.start() - before.end() == 1;
        return ends && quantity.counts() ? quantity.as(Kind.RANGE) : quantity;
    }

    /// 12345 is a name unless it is a part of a longer number or something is counted: 12345次.
    private boolean isName(String text, WordingIndex.Match<Boolean> name) {
        if (!isDigit(text.charAt(name.end() - 1))) {
            return true;
        }
        boolean within = (name.start() > 0 && isDigit(text.charAt(name.start() - 1)))
                || (name.end() < text.length() && isDigit(text.charAt(name.end())));
        return !within && measures.startingAt(text, name.end()) == null;
    }

    private @Nullable Quantity at(String text, int start, int floor) {
        Optional<Numeral> found = Numeral.at(text, start).or(() -> roughly(text, start, floor));
        if (found.isEmpty()) {
            return null;
        }
        Numeral numeral = found.get();
        int numberEnd = numeral.span().end();
        boolean code = numeral.form() == Numeral.Form.SCIENTIFIC
                || (isDigit(text.charAt(start)) && isCode(text, start, numberEnd));
        if (code) {
            int end = codeEnd(text, start);
            return new Quantity(start, start, end, numeral.value(), null, null, Kind.LABEL);
        }
        return new Trail(text, start, floor, numeral).quantity();
    }

    /// 发文千余篇, 逾百万次: a scale word alone, where something makes it a number.
    private Optional<Numeral> roughly(String text, int start, int floor) {
        return Numeral.roughlyAt(text, start)
                .filter(numeral -> start > floor
                        && (qualified(after, text, numeral.span().end(), true) || qualified(before, text, start, false))
                        && measures.startingAt(
                                        text,
                                        numeral.span().end()
                                                + (qualified(
                                                                after,
                                                                text,
                                                                numeral.span().end(),
                                                                true)
                                                        ? 1
                                                        : 0))
                                != null);
    }

    private static boolean qualified(Map<Approximation, Affixes> words, String text, int at, boolean behind) {
        return words.values().stream()
                .anyMatch(each -> (behind ? each.startingAt(text, at) : each.endingAt(text, at)) != null);
    }

    /// What stands around a numeral, read outwards from it.
    private final class Trail {
        private final String text;
        private final int start;
        private final int floor;
        private final Numeral numeral;
        private int from;
        private int to;
        private @Nullable Approximation approximation;

        Trail(String text, int start, int floor, Numeral numeral) {
            this.text = text;
            this.start = start;
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
            String untouched = notCounted.startingAt(text, to);
            String direct = measures.startingAt(text, to);
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
            takeAfter(after);
            if (numeral.open()) {
                approximation = Approximation.OVER;
            }
            BigDecimal scaledValue = numeral.value();
            String unit = unit();
            if (unit == null && to < text.length() && notCounted.startingAt(text, to) != null) {
                return done(null, Kind.NOT_COUNTED);
            }
            takeAfter(afterUnit);
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
            return years.startingAt(word, 0) != null && value >= FIRST_YEAR && value <= LAST_YEAR;
        }

        /// 第3, 〔12〕, 2、 at the beginning of a clause, 1） .
        private boolean isLabel() {
            String ordinal = ordinals.endingAt(text, start);
            if (ordinal != null && (ordinal.length() == 1 || measures.startingAt(text, to) == null)) {
                // 热线电话236通 counts, 第3件 does not
                return true;
            }
            char left = start == 0 ? '\n' : text.charAt(start - 1);
            char right = to < text.length() ? text.charAt(to) : '\n';
            boolean quoted = right == '”' && Character.isLetter(left);
            if (left == '〔' || left == '[' || quoted) {
                return true;
            }
            boolean begins = left == '\n'
                    || left == '。'
                    || left == ';'
                    || left == ':'
                    || left == ')'
                    || left == '!'
                    || left == '\t';
            boolean follows = to + 1 < text.length() && !isDigit(text.charAt(to + 1));
            if (begins && follows && (right == '、' || right == '.' || right == ')' || (right == ',' && left != ':'))) {
                return true;
            }
            return left == '(' && right == ')' && numeral.span().length() <= 2;
        }

        private void takeAfter(Map<Approximation, Affixes> affixes) {
            affixes.forEach((id, words) -> {
                String word = words.startingAt(text, to);
                if (word != null && approximation == null) {
                    approximation = id;
                    to += word.length();
                }
            });
        }

        private void takeBefore() {
            String longest = "";
            for (Map.Entry<Approximation, Affixes> entry : before.entrySet()) {
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
            String unit = measures.startingAt(text, to);
            if (unit == null) {
                return null;
            }
            to += unit.length();
            if (to + 2 < text.length() && text.charAt(to) == '(' && text.charAt(to + 2) == ')') {
                String second = measures.startingAt(text, to + 1);
                if (second != null && second.length() == 1) {
                    to += 3;
                    // 人(次) is one unit, 篇(条) two for the same
                    String both = unit + second;
                    return both.equals(measures.startingAt(both, 0)) ? both : unit;
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
            String range = ranges.startingAt(text, to);
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
            boolean predicate = predicates.endingAt(text, start) != null;
            return zero && predicate ? Kind.COUNT : Kind.WORD;
        }
    }

    /// A long run of digits, one with a leading zero, or one that letters or links carry on.
    private static boolean isCode(String text, int start, int end) {
        int digits = start;
        while (digits < end && isDigit(text.charAt(digits))) {
            digits++;
        }
        if ((digits - start > 1 && text.charAt(start) == '0') || digits - start > 12) {
            return true;
        }
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        if (isLatin(before)
                || (CODE_LINKS.indexOf(before) >= 0 && start > 1 && isCodeCharacter(text.charAt(start - 2)))) {
            return true;
        }
        if (end >= text.length()) {
            return false;
        }
        char next = text.charAt(end);
        boolean linked =
                CODE_LINKS.indexOf(next) >= 0 && end + 1 < text.length() && isCodeCharacter(text.charAt(end + 1));
        return isLatin(next)
                || (linked && next != '-' && next != '.')
                || (linked && digits - start >= LONGEST_CODE - 2);
    }

    private static int codeEnd(String text, int start) {
        int i = start + 1;
        while (i < text.length()
                && (isCodeCharacter(text.charAt(i))
                        || (CODE_LINKS.indexOf(text.charAt(i)) >= 0
                                && i + 1 < text.length()
                                && isCodeCharacter(text.charAt(i + 1))))) {
            i++;
        }
        return i;
    }

    private static boolean isCodeCharacter(char c) {
        return isDigit(c) || isLatin(c);
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /// 1、 … 2、 … 3、 within a line: bare numbers that count themselves up.
    private static List<Quantity> withoutNumbering(String text, List<Quantity> found) {
        int last = 0;
        List<Quantity> kept = new ArrayList<>(found);
        for (int i = 0; i < kept.size(); i++) {
            Quantity quantity = kept.get(i);
            boolean bare = quantity.kind() == Kind.COUNT
                    && quantity.unit() == null
                    && quantity.end() + 1 < text.length()
                    && text.charAt(quantity.end()) == '、'
                    && !isDigit(text.charAt(quantity.end() + 1));
            if (bare
                    && (quantity.value().compareTo(BigDecimal.ONE) == 0
                            || quantity.value().compareTo(BigDecimal.valueOf(last + 1L)) == 0)) {
                last = quantity.value().intValue();
                kept.set(i, quantity.as(Kind.LABEL));
            }
        }
        return kept;
    }

    /// 3、5、47条: numbers in a row take the unit of the last.
    private static List<Quantity> shareUnits(String text, List<Quantity> found) {
        List<Quantity> shared = new ArrayList<>(found);
        for (int i = shared.size() - 2; i >= 0; i--) {
            Quantity quantity = shared.get(i);
            Quantity next = shared.get(i + 1);
            if (quantity.kind() == Kind.COUNT
                    && quantity.unit() == null
                    && next.kind() == Kind.COUNT
                    && next.unit() != null
                    && next.start() == quantity.end() + 1
                    && "、,".indexOf(text.charAt(quantity.end())) >= 0) {
                shared.set(i, quantity.in(next.unit()));
            }
        }
        return shared;
    }
}
