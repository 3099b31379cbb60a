package io.mingjian.checks;

import io.mingjian.model.rule.Rate;
import io.mingjian.text.CanonicalText;
import io.mingjian.text.Numeral;
import io.mingjian.text.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The figures of one sentence and the percentages that a share or a growth is stated in.
record RateSentence(CanonicalText text, Rate rule, List<Figure> figures, List<Percent> percents) {
    /// The word that says what a percentage is stands so close before it.
    private static final int REACH = 10;

    private static final int LAST_YEAR_REACH = 8;

    /// What a percentage states.
    enum Kind {
        SHARE,
        UP,
        DOWN
    }

    /// A number that counts something.
    ///
    /// @param unit the character behind it
    record Figure(BigDecimal value, String unit, Span span) {}

    /// A percentage.
    ///
    /// @param word     where the word that says what it is begins
    /// @param decimals how many are printed
    /// @param rough    whether the writer says that it is approximate
    record Percent(Kind kind, BigDecimal value, Span span, int word, int decimals, boolean rough) {
        /// Whether the number, rounded or cut off as this one is printed, is this one.
        boolean means(BigDecimal exact) {
            BigDecimal step = BigDecimal.ONE.movePointLeft(decimals);
            if (rough) {
                return exact.subtract(value).abs().compareTo(step) <= 0;
            }
            return exact.subtract(value).abs().compareTo(step.divide(BigDecimal.TWO)) <= 0
                    || exact.setScale(decimals, RoundingMode.DOWN).compareTo(value) == 0;
        }
    }

    static RateSentence of(CanonicalText text, Span sentence, Rate rule) {
        List<Figure> figures = new ArrayList<>();
        List<Percent> percents = new ArrayList<>();
        String folded = text.folded(sentence);
        if (folded.indexOf('%') < 0 && folded.indexOf('百') < 0) {
            return new RateSentence(text, rule, figures, percents);
        }
        for (int i = 0; i < folded.length(); i++) {
            Optional<Numeral> numeral = Numeral.startsWith(folded.charAt(i)) ? Numeral.at(folded, i) : Optional.empty();
            if (numeral.isEmpty()) {
                continue;
            }
            Span span = numeral.get().span();
            Span place = new Span(sentence.start() + span.start(), sentence.start() + span.end());
            if (numeral.get().form() == Numeral.Form.PERCENT) {
                percent(numeral.get(), place, folded, sentence, rule).ifPresent(percents::add);
            } else if (numeral.get().form() != Numeral.Form.DIGIT_STRING && span.end() < folded.length()) {
                String unit = folded.substring(span.end(), span.end() + 1);
                figures.add(new Figure(numeral.get().value(), unit, place));
            }
            i = span.end() - 1;
        }
        return new RateSentence(text, rule, List.copyOf(figures), List.copyOf(percents));
    }

    /// The percentage, where a word before it says that it is a share or a growth.
    private static Optional<Percent> percent(Numeral numeral, Span place, String folded, Span sentence, Rate rule) {
        int at = numeral.span().start();
        int from = Math.max(0, at - REACH);
        String near = folded.substring(from, at);
        int clause = Math.max(near.lastIndexOf(','), Math.max(near.lastIndexOf(';'), near.lastIndexOf('、')));
        String before = near.substring(clause + 1);
        int start = from + clause + 1;
        boolean since = contains(folded.substring(0, at), rule.words().get("since"));
        int up = last(before, rule.words().get("up"));
        int down = last(before, rule.words().get("down"));
        int share = last(before, rule.words().get("share"));
        Kind kind = share > Math.max(up, down) ? Kind.SHARE : up > down ? Kind.UP : Kind.DOWN;
        int word = Math.max(share, Math.max(up, down));
        if (kind == Kind.UP && before.endsWith("-")) {
            kind = Kind.DOWN;
        }
        if (word < 0 || (kind != Kind.SHARE && !since)) {
            return Optional.empty();
        }
        int end = Math.min(folded.length(), numeral.span().end() + 2);
        boolean rough = numeral.open()
                || contains(before.substring(word), rule.words().get("about"))
                || contains(
                        folded.substring(numeral.span().end(), end),
                        rule.words().get("about"));
        return Optional.of(new Percent(
                kind,
                numeral.value(),
                place,
                sentence.start() + start + word,
                decimals(folded.substring(numeral.span().start(), numeral.span().end())),
                rough));
    }

    private static int decimals(String written) {
        int point = written.indexOf('.');
        int decimals = 0;
        for (int i = point + 1; point >= 0 && i < written.length() && Character.isDigit(written.charAt(i)); i++) {
            decimals++;
        }
        return decimals;
    }

    private static boolean contains(String text, @Nullable List<String> words) {
        return words != null && words.stream().anyMatch(text::contains);
    }

    private static int last(String text, @Nullable List<String> words) {
        return words == null
                ? -1
                : words.stream().mapToInt(text::lastIndexOf).max().orElse(-1);
    }

    /// The nearest figure before the place, in the same clause or the one before.
    Optional<Figure> before(int place) {
        return figures.stream()
                .filter(figure -> figure.span().end() <= place)
                .reduce((one, other) -> other)
                .filter(figure -> place - figure.span().end() <= REACH);
    }

    /// Whether a share of the sentence speaks of the figure.
    boolean isPart(Figure figure) {
        return percents.stream()
                .filter(percent -> percent.kind() == Kind.SHARE)
                .anyMatch(
                        percent -> before(percent.word()).filter(figure::equals).isPresent());
    }

    /// The figure that grew: the nearest before the comparison that is neither the difference nor last year's.
    Optional<Figure> base(Percent percent) {
        int since = sincePlace(percent);
        if (inBracketWithOthers(since)) {
            return Optional.empty();
        }
        return figures.stream()
                .filter(figure -> figure.span().end() <= since && !isLastYear(figure) && isCount(figure))
                .reduce((one, other) -> other);
    }

    /// Within a bracket that holds figures of its own, a comparison may speak of them or of what stands before it.
    private boolean inBracketWithOthers(int place) {
        int open = text.folded().lastIndexOf('(', place);
        return open >= 0
                && text.folded().indexOf(')', open) >= place
                && figures.stream()
                        .anyMatch(figure ->
                                figure.span().start() > open && figure.span().end() <= place);
    }

    /// Where the words of comparison begin that stand before the percentage.
    private int sincePlace(Percent percent) {
        int from = figures.isEmpty() ? 0 : figures.getFirst().span().start();
        int until = percent.span().start();
        if (from >= until) {
            return from;
        }
        int found = last(text.folded(new Span(from, until)), rule.words().get("since"));
        return found < 0 ? from : from + found;
    }

    /// A year, a day or a number of a document counts nothing.
    private boolean isCount(Figure figure) {
        return Character.isLetter(figure.unit().charAt(0))
                && !contains(figure.unit(), rule.words().get("uncounted"));
    }

    /// Figures of last year beside this one, of the same unit.
    List<Figure> lastYear(Figure base) {
        return figures.stream()
                .filter(figure -> !figure.equals(base) && figure.unit().equals(base.unit()) && isLastYear(figure))
                .toList();
    }

    /// Whether a word for last year stands right before the figure: 上年同期的40件, but not 上年度结转17件.
    private boolean isLastYear(Figure figure) {
        int from = Math.max(0, figure.span().start() - LAST_YEAR_REACH);
        String before = text.folded(new Span(from, figure.span().start()));
        int word = last(before, rule.words().get("last"));
        if (word < 0 || changes(before)) {
            return false;
        }
        String rest = before.substring(word);
        for (String known : rule.words().getOrDefault("last", List.of())) {
            rest = rest.startsWith(known) ? rest.substring(known.length()) : rest;
        }
        for (String joint : rule.words().getOrDefault("joint", List.of())) {
            rest = rest.replace(joint, "");
        }
        return rest.isBlank();
    }

    private boolean changes(String before) {
        return contains(before, rule.words().get("up"))
                || contains(before, rule.words().get("down"));
    }

    /// The difference to last year, stated between the figure and the percentage.
    Optional<Figure> difference(Figure base, Percent percent) {
        return figures.stream()
                .filter(figure -> figure.span().start() >= base.span().end()
                        && figure.span().end() <= percent.span().start()
                        && figure.unit().equals(base.unit()))
                .filter(figure -> {
                    int from = Math.max(base.span().end(), figure.span().start() - 3);
                    return changes(text.folded(new Span(from, figure.span().start())));
                })
                .findFirst();
    }

    /// The percentage with the words that say what it is.
    String quote(Percent percent) {
        return text.quote(new Span(percent.word(), percent.span().end()));
    }
}
