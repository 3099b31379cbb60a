package io.mingjian.metrics.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twice the text takes less than three times as long, whatever it is made of.
@Tag("slow")
class MeasureGrowthTest {
    private static final int LARGEST = 1_000_000;
    private static final int ROUNDS = 3;
    /// Below this the clock tells more about the machine than about us: nanoseconds.
    private static final long TOO_SHORT = 50_000_000;

    private static final RangeFinder FINDER = new RangeFinder();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1", "1.", ",234", "1/2 ", "万", "一万", "百", "百分之", "1又", "二三十", "大于3小于5", "3-", "半", "第", "abc", "5元3角",
                "七成 ", " "
            })
    void timeGrowsWithTheText(String unit) {
        for (int length = 1000; length <= LARGEST / 2; length *= 8) {
            long once = time(unit, length);
            long twice = time(unit, 2 * length);
            if (once > TOO_SHORT) {
                assertThat(twice).as(unit + " × " + length).isLessThan(3 * once);
            }
        }
    }

    /// The shortest of some runs.
    private static long time(String unit, int length) {
        String text = unit.repeat(length / unit.length());
        return IntStream.range(0, ROUNDS)
                .mapToLong(round -> {
                    long start = System.nanoTime();
                    FINDER.find(text);
                    return System.nanoTime() - start;
                })
                .min()
                .orElseThrow();
    }
}
