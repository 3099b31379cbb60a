package io.mingjian.metrics.measure;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twice the text takes less than three times as long, whatever it is made of.
@Tag("slow")
class MeasureGrowthTest {
    private static final RangeFinder FINDER = new RangeFinder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "1.", ",234", "1/2 ", "万", "一万", "百", "百分之", "1又", "二三十", "大于3小于5", "3-", "半", "第", "abc", "5元3角",
                "七成 ", " "
            })
    void timeGrowsWithTheText(String unit) {
        Growth.isLinear(unit, FINDER::find);
    }
}
