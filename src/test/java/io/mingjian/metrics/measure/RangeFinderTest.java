package io.mingjian.metrics.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeFinderTest {
    private static final RangeFinder FINDER = new RangeFinder();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            收到3至5件        | 3至5           | [3, 5]
            15~20个        | 15~20         | [15, 20]
            在十和二十之间      | 在十和二十之间       | [10, 20]
            大于3并且小于五      | 大于3并且小于五      | (3, 5)
            至少3，最多5件      | 至少3，最多5      | [3, 5]
            不超过20日        | 不超过20         | , 20]
            500以上         | 500以上         | (500,
            500及以上        | 500及以上        | [500,
            三百多条          | 三百多           | (300,
            比四分之一大        | 比四分之一大        | (0.25,
            """)
    void readsBothEnds(String text, String taken, String ends) {
        assertThat(FINDER.find(text)).singleElement().satisfies(range -> {
            assertThat(text.substring(range.span().start(), range.span().end())).isEqualTo(taken);
            assertThat(ends(range)).isEqualTo(ends);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"5至3件", "3和5件", "3件、5件", "大于"})
    void findsNoneWhereNoneIsSaid(String text) {
        assertThat(FINDER.find(text)).isEmpty();
    }

    private static String ends(Range range) {
        String low = range.low() == null ? "" : (range.lowClosed() ? "[" : "(") + plain(range.low());
        String high = range.high() == null ? "" : " " + plain(range.high()) + (range.highClosed() ? "]" : ")");
        return low + "," + high;
    }

    private static String plain(BigDecimal value) {
        return Objects.requireNonNull(value).toPlainString();
    }
}
