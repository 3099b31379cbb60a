package io.mingjian.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.outline.Outline;
import java.util.List;
import org.junit.jupiter.api.Test;

class SmallTableReaderTest {
    private static final MetricExtractor EXTRACTOR =
            new MetricExtractor(FactScorer.bundledModel(), (text, offset) -> List.of());

    @Test
    void readsChannelsInRowsAndUnitsInHeads() {
        assertThat(show("平台\t数量（条）\t阅读量（万次）\n政府网站\t31\t—\n微信公众号\t45\t2.4\n合计\t76\t2.4"))
                .containsExactly(
                        "items_published=31 website YEAR",
                        "items_published=45 wechat YEAR",
                        "views=24000 wechat YEAR",
                        "items_published=76 null YEAR",
                        "views=24000 null YEAR");
    }

    @Test
    void readsYearsInRows() {
        assertThat(show("年度 公开 部分公开 无法提供 总数\n2020 1 2 0 3\n2021 4 0 1 5"))
                .startsWith("applications_granted=1 null PRIOR_YEAR")
                .endsWith("applications_answered=5 null YEAR")
                .hasSize(8);
    }

    @Test
    void leavesUnknownTablesAlone() {
        assertThat(show("序号\t姓名\t年龄\n1\t张三\t31\n2\t李四\t42")).isEmpty();
    }

    private static List<String> show(String text) {
        Outline outline = FactScorer.outline(text);
        return EXTRACTOR.extract(outline, List.of()).stream()
                .map(fact ->
                        fact.metric() + "=" + fact.value().toPlainString() + " " + fact.channel() + " " + fact.period())
                .toList();
    }
}
