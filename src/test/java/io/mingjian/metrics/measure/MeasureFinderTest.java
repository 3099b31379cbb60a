package io.mingjian.metrics.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.metrics.measure.Measure.Kind;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeasureFinderTest {
    private static final MeasureFinder FINDER = new MeasureFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            占三成        | 三成       | 30      | SHARE       | %
            占七成六       | 七成六      | 76      | SHARE       | %
            不到半成       | 半成       | 5       | SHARE       | %
            三成半        | 三成半      | 35      | SHARE       | %
            提高3个百分点    | 3个百分点    | 3       | POINTS      | %
            打八五折       | 八五折      | 85      | DISCOUNT    | %
            打对折        | 对折       | 50      | DISCOUNT    | %
            两打铅笔       | 两打       | 24      | DOZEN       | dozen
            人民币 50元6角三分 | 人民币 50元6角三分 | 50.63 | MONEY  | CNY
            收费1.2亿元整    | 1.2亿元整    | 120000000 | MONEY   | CNY
            ￥300       | ￥300     | 300     | MONEY       | CNY
            200美元      | 200美元    | 200     | MONEY       | USD
            3.5千米      | 3.5千米    | 3.5     | SIZE        | Kilometer
            一吨半        | 一吨半      | 1.5     | SIZE        | Ton
            华氏温度100度   | 华氏温度100度 | 100     | TEMPERATURE | F
            第三         | 第三       | 3       | PLAIN       |
            十几个人       | 十        | 10      | PLAIN       |
            五成立        | 五        | 5       | PLAIN       |
            两打造        | 两        | 2       | PLAIN       |
            """)
    void readsNumberAndUnit(String text, String taken, BigDecimal value, Kind kind, String unit) {
        assertThat(FINDER.find(text)).singleElement().satisfies(measure -> {
            assertThat(text.substring(measure.span().start(), measure.span().end()))
                    .isEqualTo(taken);
            assertThat(measure.value()).isEqualByComparingTo(value);
            assertThat(measure.kind()).isEqualTo(kind);
            assertThat(measure.unit()).isEqualTo(unit);
            assertThat(measure.ordinal()).isEqualTo(text.startsWith("第"));
        });
    }
}
