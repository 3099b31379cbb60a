package io.mingjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0              | 0           | DIGITS
            1234           | 1234        | DIGITS
            １２３４           | 1234        | DIGITS
            12３4           | 1234        | DIGITS
            1,024          | 1024        | DIGITS
            １，０２４          | 1024        | DIGITS
            1,050,000,000  | 1050000000  | DIGITS
            10,000.233     | 10000.233   | DIGITS
            -2             | -2          | DIGITS
            —2             | -2          | DIGITS
            负10000         | -10000      | DIGITS
            12.5           | 12.5        | DIGITS
            .5             | 0.5         | DIGITS
            821.73万        | 8217300     | DIGITS
            1.2亿           | 120000000   | DIGITS
            4.78万亿         | 4780000000000 | DIGITS
            10万万           | 1000000000  | DIGITS
            1万2千           | 12000       | DIGITS
            3万4000         | 34000       | DIGITS
            7 万5 千4 百       | 75400       | DIGITS
            5亿1万4千6百        | 500014600   | DIGITS
            十二点五           | 12.5        | CHINESE
            零点七            | 0.7         | CHINESE
            两千三点一          | 2300.1      | CHINESE
            三百二十五          | 325         | CHINESE
            一千零一           | 1001        | CHINESE
            二百〇三           | 203         | CHINESE
            两百九十八          | 298         | CHINESE
            廿五             | 25          | CHINESE
            卅              | 30          | CHINESE
            十五             | 15          | CHINESE
            壹佰贰拾叁          | 123         | CHINESE
            壹拾捌            | 18          | CHINESE
            一百二            | 120         | CHINESE
            三万五            | 35000       | CHINESE
            九百九            | 990         | CHINESE
            一千零五           | 1005        | CHINESE
            五兆六十二亿四万五千二    | 5006200045200 | CHINESE
            四十五亿四千零四万      | 4540040000  | CHINESE
            四万万            | 400000000   | CHINESE
            一万五千亿          | 1500000000000 | CHINESE
            半百             | 50          | CHINESE
            二〇二三           | 2023        | DIGIT_STRING
            四分之三           | 0.75        | FRACTION
            16分之5          | 0.3125      | FRACTION
            三又四分之一         | 3.25        | FRACTION
            百分之九十八点六       | 98.6        | PERCENT
            百分之百           | 100         | PERCENT
            12.5%          | 12.5        | PERCENT
            １２．５％          | 12.5        | PERCENT
            6‰             | 0.6         | PERCENT
            千分之六           | 0.6         | PERCENT
            万分之五           | 0.05        | PERCENT
            负3分之负一百五十七     | 52.33333333333333333333333333333333 | FRACTION
            零十             | 10          | CHINESE
            三千两百           | 3200        | CHINESE
            2e5            | 200000      | SCIENTIFIC
            -12e-1         | -1.2        | SCIENTIFIC
            2^5            | 32          | SCIENTIFIC
            2^-1           | 0.5         | SCIENTIFIC
            40k            | 40000       | SCIENTIFIC
            -2.5 M         | -2500000    | SCIENTIFIC
            """)
    void readsEveryNotation(String text, BigDecimal value, Numeral.Form form) {
        Numeral numeral = Numeral.of(text).orElseThrow();
        assertThat(numeral.value()).isEqualTo(value);
        assertThat(numeral.form()).isEqualTo(form);
        assertThat(numeral.span()).isEqualTo(new Span(0, text.length()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            180余万    | 1800000
            十余万     | 100000
            二十几万    | 200000
            一百零几万   | 1000000
            500 余万  | 5000000
            二三十     | 20
            四五万     | 40000
            """)
    void isOpenWhereMoreStandsInside(String text, BigDecimal value) {
        Numeral numeral = Numeral.of(text).orElseThrow();
        assertThat(numeral.value()).isEqualTo(value);
        assertThat(numeral.open()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            三百余条      | 三百   | 300
            1,02     | 1    | 1
            12,345,6 | 12   | 12
            1 024    | 1    | 1
            十点半       | 十    | 10
            12条       | 12   | 12
            3.       | 3    | 3
            两百点两      | 两百   | 200
            三千两百两     | 三千两百 | 3200
            2.3.4     | 2    | 2
            12km      | 12   | 12
            2e5x      | 2    | 2
            2e1234    | 2    | 2
            """)
    void endsWhereTheNumberEnds(String text, String taken, BigDecimal value) {
        Numeral numeral = Numeral.at(text, 0).orElseThrow();
        assertThat(text.substring(numeral.span().start(), numeral.span().end())).isEqualTo(taken);
        assertThat(numeral.value()).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource({"万", "万万", "百", "条", "-", "负", "点五", "分之一", "''"})
    void findsNoNumberInWhatIsNone(String text) {
        assertThat(Numeral.at(text, 0)).isEmpty();
    }

    @Test
    void takesADashBetweenNumbersForNoSign() {
        assertThat(Numeral.at("3-5", 1)).isEmpty();
        assertThat(Numeral.at("3-5", 2).orElseThrow().value()).isEqualTo(new BigDecimal("5"));
    }

    @Test
    void takesAnEndlessRunOfDigitsForNoNumber() {
        assertThat(Numeral.at("1".repeat(1 << 20), 0)).isEmpty();
        assertThat(Numeral.at("百".repeat(1 << 20), 0)).isEmpty();
    }

    @Test
    void endsAnEndlessRunOfScalesEarly() {
        Numeral numeral = Numeral.at("一" + "万".repeat(1 << 20), 0).orElseThrow();
        assertThat(numeral.span().length()).isLessThan(10);
    }
}
