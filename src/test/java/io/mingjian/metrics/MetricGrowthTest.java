package io.mingjian.metrics;

import io.mingjian.language.HanLpTokenizer;
import io.mingjian.metrics.measure.Growth;
import io.mingjian.model.ReportModel;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Twice the text takes less than three times as long, whatever one long line is made of.
@Tag("slow")
class MetricGrowthTest {
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
        Growth.isLinear(unit, text -> EXTRACTOR.candidates(FactScorer.outline(text), List.of()));
    }
}
