package io.mingjian.metrics.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Fixtures;
import io.mingjian.metrics.measure.Measure.Kind;
import io.mingjian.model.Node;
import io.mingjian.text.Numeral;
import io.mingjian.text.Span;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Public cases of numbers, percentages, ranges, ordinals and measures: place, value and unit of every mention.
///
/// Cases whose answer we hold to be wrong are listed with the reason in `disputed.csv`; every other one has to
/// come out whole. Where only the convention differs, a view below maps it.
class RecognizersTest {
    /// Their values have as many digits at most.
    private static final MathContext PRECISION = new MathContext(15);

    private static final MeasureFinder MEASURES = new MeasureFinder();
    private static final RangeFinder RANGES = new RangeFinder();

    private record Mention(int start, int last, String value, String unit) {}

    /// What a file asks for.
    enum View {
        NUMBERS,
        PERCENT,
        ORDINALS,
        HALF_OPEN_RANGES,
        RANGES,
        AGE,
        MONEY,
        SIZE,
        TEMPERATURE
    }

    @ParameterizedTest
    @CsvSource({
        "Number/NumberModel, NUMBERS, 365",
        "Number/PercentModel, PERCENT, 152",
        "Number/OrdinalModel, ORDINALS, 7",
        "Number/NumberRangeModel, HALF_OPEN_RANGES, 65",
        "Number/NumberRangeModelExperimentalMode, RANGES, 34",
        "NumberWithUnit/AgeModel, AGE, 10",
        "NumberWithUnit/CurrencyModel, MONEY, 35",
        "NumberWithUnit/DimensionModel, SIZE, 36",
        "NumberWithUnit/TemperatureModel, TEMPERATURE, 10"
    })
    void readsWhatThePublicCasesAskFor(String file, View view, int cases) throws IOException {
        List<Node> all = cases(file);
        Map<Integer, String> disputed = disputed(file);
        List<String> wrong = new ArrayList<>();
        List<Integer> settled = new ArrayList<>(disputed.keySet());
        for (int i = 0; i < all.size(); i++) {
            String input = all.get(i).get("Input").text();
            List<Mention> wanted = all.get(i).get("Results").elements().stream()
                    .map(RecognizersTest::wanted)
                    .toList();
            List<Mention> got = view(view, input);
            boolean right = got.equals(wanted);
            if (!right) {
                settled.remove((Object) i);
            }
            // where nothing is to be found there is nothing to dispute
            if (!right && (wanted.isEmpty() || !disputed.containsKey(i))) {
                wrong.add(i + " " + input + "\n    wanted " + wanted + "\n    got    " + got);
            }
        }
        assertThat(all).hasSize(cases);
        assertThat(settled).as("disputed in %s, but read as wanted", file).isEmpty();
        assertThat(wrong).as("%s", String.join("\n", wrong)).isEmpty();
    }

    /// Every case is asked for above and comes out whole unless it is disputed, so that the share is what is left.
    @Test
    void readsNinetySevenOfAHundredAndDisputesTenAtMost() throws IOException {
        int all = 365 + 152 + 7 + 65 + 34 + 10 + 35 + 36 + 10;
        List<String> reasons = disputed();
        assertThat(all).isEqualTo(714);
        assertThat(reasons).hasSizeLessThanOrEqualTo(10).allMatch(line -> line.split(",", 3)[2].length() > 20);
        assertThat(1.0 * (all - reasons.size()) / all).isGreaterThanOrEqualTo(0.97);
    }

    private static List<Node> cases(String file) {
        String text = Fixtures.sharedText("recognizers/" + file + ".json");
        return Node.parse(file, text.startsWith("\uFEFF") ? text.substring(1) : text)
                .elements();
    }

    /// The indexes of the disputed cases of the file, with the reason.
    private static Map<Integer, String> disputed(String file) throws IOException {
        Map<Integer, String> disputed = new HashMap<>();
        for (String line : disputed()) {
            String[] fields = line.split(",", 3);
            if (fields[0].equals(file)) {
                disputed.put(Integer.valueOf(fields[1]), fields[2]);
            }
        }
        return disputed;
    }

    private static List<String> disputed() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(RecognizersTest.class.getResourceAsStream("/recognizers/disputed.csv"))) {
            String lines = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return lines.lines().skip(1).toList();
        }
    }

    private static Mention wanted(Node result) {
        Node resolution = result.get("Resolution");
        String value = resolution.find("value").map(Node::text).orElse("");
        String unit = resolution
                .find("isoCurrency")
                .or(() -> resolution.find("unit"))
                .map(Node::text)
                .orElse("");
        boolean range = value.contains(",");
        String number = range || value.isEmpty() ? value : plain(new BigDecimal(value.replace("%", "")));
        return new Mention(
                result.get("Start").number().intValue(),
                result.get("End").number().intValue(),
                number,
                unit);
    }

    private static List<Mention> view(View view, String text) {
        return switch (view) {
            case NUMBERS -> numbers(text);
            case PERCENT -> percentages(text);
            case ORDINALS ->
                measures(text)
                        .filter(Measure::ordinal)
                        .map(measure -> mention(
                                new Span(
                                        measure.span().start(), measure.number().end()),
                                measure.value(),
                                ""))
                        .toList();
            case HALF_OPEN_RANGES -> ranges(text, true);
            case RANGES -> ranges(text, false);
            case AGE -> units(text, Kind.AGE);
            case MONEY -> units(text, Kind.MONEY);
            case SIZE -> units(text, Kind.SIZE);
            case TEMPERATURE -> units(text, Kind.TEMPERATURE);
        };
    }

    private static Stream<Measure> measures(String text) {
        return MEASURES.find(text).stream();
    }

    /// Their numbers: the number of a measure without its unit, a dozen with it; of 百分之五 the five; nothing for a
    /// percentage with a sign, nor for one or two of a currency or discount (一美元, 一折), which they leave to the
    /// measure.
    private static List<Mention> numbers(String text) {
        List<Mention> mentions = new ArrayList<>();
        measures(text).forEach(measure -> {
            Span number = measure.number();
            String said = text.substring(number.start(), number.end());
            boolean alone = said.equals("一") || said.equals("两");
            boolean money = measure.kind() == Kind.MONEY || measure.kind() == Kind.DISCOUNT;
            if (measure.kind() == Kind.DOZEN) {
                mentions.add(mention(measure.span(), measure.value(), ""));
            } else if (measure.kind() == Kind.SHARE && said.indexOf('之') > 0) {
                Numeral part =
                        Numeral.at(text, number.start() + said.indexOf('之') + 1).orElseThrow();
                mentions.add(mention(part.span(), part.value(), ""));
            } else if (!(alone && money) && measure.kind() != Kind.SHARE) {
                mentions.add(
                        mention(number, Numeral.of(said).map(Numeral::value).orElse(measure.value()), ""));
            }
        });
        return mentions;
    }

    /// Their percentages: percentage points among them; an approximate one (二三十个百分点) and the whole price (十折)
    /// are none.
    private static List<Mention> percentages(String text) {
        return measures(text)
                .filter(measure -> measure.kind() == Kind.SHARE
                        || measure.kind() == Kind.POINTS
                        || (measure.kind() == Kind.DISCOUNT
                                && !text.startsWith("十", measure.number().start())))
                .filter(measure -> !measure.open())
                .map(measure -> mention(measure.span(), measure.value(), ""))
                .toList();
    }

    private static List<Mention> units(String text, Kind kind) {
        return measures(text)
                .filter(measure -> measure.kind() == kind)
                .map(measure -> mention(measure.span(), measure.value(), unit(measure.unit())))
                .toList();
    }

    private static String unit(@Nullable String unit) {
        return unit == null ? "" : unit;
    }

    /// Their ranges: from one to another without the end in one of the two modes.
    private static List<Mention> ranges(String text, boolean halfOpen) {
        return RANGES.find(text).stream()
                .map(range -> {
                    boolean high = range.highClosed() && !(halfOpen && range.form() == Range.Form.FROM_TO);
                    String value = (range.lowClosed() ? "[" : "(")
                            + end(range.low())
                            + ","
                            + end(range.high())
                            + (high ? "]" : ")");
                    return new Mention(range.span().start(), range.span().end() - 1, value, "");
                })
                .toList();
    }

    private static String end(@Nullable BigDecimal value) {
        return value == null ? "" : plain(value);
    }

    private static Mention mention(Span span, BigDecimal value, String unit) {
        return new Mention(span.start(), span.end() - 1, plain(value), unit);
    }

    private static String plain(BigDecimal value) {
        return value.round(PRECISION).stripTrailingZeros().toPlainString();
    }
}
