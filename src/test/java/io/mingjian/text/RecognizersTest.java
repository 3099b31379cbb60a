package io.mingjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.model.Node;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Public cases of numbers, read one numeral after the other: how many come out whole, value and place.
///
/// The shares asked for are what is reached, not what is wished for. What is missing: numerals that are a part of a
/// word
/// (the tokenizer's business, see `WordChecker`), powers and dozens, 成 and 折, percentage points, which we keep
/// apart from percent.
class RecognizersTest {
    private static final Path CASES = Path.of("../shared/corpus/recognizers/Number");
    /// Their values have as many digits at most.
    private static final MathContext PRECISION = new MathContext(15);

    private record Mention(String value, int start, int last) {}

    @ParameterizedTest
    @CsvSource({"NumberModel, false, 0.80", "PercentModel, true, 0.38"})
    void readsNumbers(String file, boolean percent, double share) throws IOException {
        Path cases = CASES.resolve(file + ".json");
        Assumptions.assumeTrue(Files.exists(cases), cases + " is not here");
        String text = Files.readString(cases);
        List<Node> all = Node.parse(file, text.startsWith("\uFEFF") ? text.substring(1) : text)
                .elements();
        List<String> wrong = new ArrayList<>();
        for (Node one : all) {
            String input = one.get("Input").text();
            List<Mention> wanted = one.get("Results").elements().stream()
                    .map(RecognizersTest::wanted)
                    .toList();
            List<Mention> got = read(input, percent);
            if (!got.equals(wanted)) {
                wrong.add(input + " " + wanted + " " + got);
            }
        }
        double reached = 1.0 - 1.0 * wrong.size() / all.size();
        assertThat(reached)
                .as(() -> String.format(Locale.ROOT, "%s %.3f%n%s", file, reached, String.join("\n", wrong)))
                .isGreaterThanOrEqualTo(share);
    }

    private static Mention wanted(Node result) {
        String value = result.find("Resolution")
                .flatMap(node -> node.find("value"))
                .map(Node::text)
                .orElse("");
        String number = value.replace("%", "");
        return new Mention(
                number.isEmpty() ? "" : plain(new BigDecimal(number)),
                result.get("Start").number().intValue(),
                result.get("End").number().intValue());
    }

    private static List<Mention> read(String text, boolean percent) {
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            Optional<Numeral> numeral = Numeral.at(text, at);
            if (numeral.isEmpty()) {
                at++;
                continue;
            }
            Span span = numeral.get().span();
            if (percent == (numeral.get().form() == Numeral.Form.PERCENT)) {
                mentions.add(new Mention(plain(numeral.get().value()), span.start(), span.end() - 1));
            }
            at = span.end();
        }
        return mentions;
    }

    private static String plain(BigDecimal value) {
        return value.round(PRECISION).stripTrailingZeros().toPlainString();
    }
}
