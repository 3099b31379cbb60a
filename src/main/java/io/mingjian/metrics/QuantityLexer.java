package io.mingjian.metrics;

import io.mingjian.metrics.Quantity.Kind;
import io.mingjian.metrics.measure.MeasureFinder;
import io.mingjian.model.MetricModel;
import io.mingjian.model.MetricModel.Mark;
import io.mingjian.text.Numeral;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Finds the quantities of a text in one pass. Immutable.
final class QuantityLexer {
    private final QuantityWords words;
    private final WordingIndex<Boolean> names;
    private final MeasureFinder shares = new MeasureFinder();

    QuantityLexer(MetricModel model) {
        this.words = QuantityWords.of(model);
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
                i = Codes.isLatin(c) ? Codes.end(text, i) : i + 1;
                continue;
            }
            if (name < named.size() && named.get(name).start() <= i && isName(text, named.get(name))) {
                i = named.get(name).end();
                continue;
            }
            Quantity quantity =
                    at(text, i, found.isEmpty() ? 0 : found.getLast().end());
            if (quantity == null) {
                i = Codes.isDigit(c) ? Codes.end(text, i) : i + 1;
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
        if (!Codes.isDigit(text.charAt(name.end() - 1))) {
            return true;
        }
        boolean within = (name.start() > 0 && Codes.isDigit(text.charAt(name.start() - 1)))
                || (name.end() < text.length() && Codes.isDigit(text.charAt(name.end())));
        return !within && words.measures().startingAt(text, name.end()) == null;
    }

    private @Nullable Quantity at(String text, int start, int floor) {
        Optional<Numeral> found = Numeral.at(text, start).or(() -> roughly(text, start, floor));
        if (found.isEmpty()) {
            return null;
        }
        Numeral numeral = found.get();
        int numberEnd = numeral.span().end();
        boolean code = numeral.form() == Numeral.Form.SCIENTIFIC
                || (Codes.isDigit(text.charAt(start)) && Codes.begins(text, start, numberEnd));
        if (code) {
            int end = Codes.end(text, start);
            return new Quantity(start, start, end, numeral.value(), null, null, Kind.LABEL);
        }
        return new QuantityReader(words, shares, text, floor, numeral).quantity();
    }

    /// 发文千余篇, 逾百万次: a scale word alone, where something makes it a number.
    private Optional<Numeral> roughly(String text, int start, int floor) {
        return Numeral.roughlyAt(text, start).filter(numeral -> {
            int end = numeral.span().end();
            boolean behind = words.qualifyBehind(text, end);
            return start > floor
                    && (behind || words.qualifyBefore(text, start))
                    && words.measures().startingAt(text, behind ? end + 1 : end) != null;
        });
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
                    && !Codes.isDigit(text.charAt(quantity.end() + 1));
            if (bare
                    && (quantity.value().compareTo(BigDecimal.ONE) == 0
                            || quantity.value().compareTo(BigDecimal.valueOf(last + 1L)) == 0)) {
                last = quantity.value().intValue();
                kept.set(i, quantity.as(Kind.LABEL));
            }
        }
        return kept;
    }

    /// 3、5、47条: numbers in a row take the unit of the last; 2021、2022、2023年 are years.
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
            } else if (next.kind() == Kind.YEAR
                    && quantity.kind() == Kind.COUNT
                    && quantity.unit() == null
                    && next.number() == quantity.end() + 1
                    && text.charAt(quantity.end()) == '、'
                    && quantity.value().compareTo(next.value()) < 0
                    && quantity.value().precision() == next.value().precision()) {
                shared.set(i, quantity.as(Kind.YEAR));
            }
        }
        return shared;
    }
}
