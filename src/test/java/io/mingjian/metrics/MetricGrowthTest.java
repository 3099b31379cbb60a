package io.mingjian.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.language.HanLpTokenizer;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twice the text takes less than three times as long, whatever one long line is made of.
@Tag("slow")
class MetricGrowthTest {
    private static final int LARGEST = 1_000_000;
    private static final int ROUNDS = 3;
    /// Below this the clock tells more about the machine than about us: nanoseconds.
    private static final long TOO_SHORT = 100_000_000;

    private static final ReportModel MODEL = FactScorer.bundledModel();
    private static final MetricExtractor EXTRACTOR = new MetricExtractor(MODEL, new HanLpTokenizer(MODEL.lexicon()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "公开政府信息12条、",
                "12 34 56 ",
                "3、5、7、",
                "1,234,567,",
                "一二三",
                "微信“公开12条",
                "收到申请3件，均已答复，",
                "未收到申请，",
                "（12条"
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
        Outline outline = FactScorer.outline(unit.repeat(length / unit.length()));
        return IntStream.range(0, ROUNDS)
                .mapToLong(round -> {
                    long start = System.nanoTime();
                    EXTRACTOR.candidates(outline, List.of());
                    return System.nanoTime() - start;
                })
                .min()
                .orElseThrow();
    }
}
