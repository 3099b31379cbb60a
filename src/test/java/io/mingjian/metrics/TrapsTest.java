package io.mingjian.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.language.HanLpTokenizer;
import io.mingjian.model.ReportModel;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers of official prose that look like figures of ours, and figures of ours that stand between such numbers.
class TrapsTest {
    private static final ReportModel MODEL = FactScorer.bundledModel();
    private static final MetricExtractor EXTRACTOR = new MetricExtractor(MODEL, new HanLpTokenizer(MODEL.lexicon()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在问题、其他事项等六个部分组成。",
                "全文包括六部分：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开申请情况。",
                "所列数据的统计期限自2023年1月1日起，至2023年12月31日止。",
                "如对本报告有疑问，请与办公室联系（电话：0454-5210023，邮编：154400，地址：中山路12号3楼302室）。",
                "根据《中华人民共和国政府信息公开条例》（国务院令第711号）第五十条规定，编制本报告。",
                "落实国办公开办函〔2021〕30号文件和县政办发〔2022〕15号文件要求。",
                "坚持以公开为常态、不公开为例外，推进决策、执行、管理、服务、结果五公开。",
                "平均每篇阅读量1200次，单篇最高阅读量6.8万次。",
                "与上年相比，主动公开量增长12.4%，申请量下降三成，网站占比38%。",
                "每月公示低保名单一次，每季度召开例会一次。",
                "答复平均用时9.6个工作日，比法定时限缩短10.4个工作日。",
                "镇公众号关联“12345”小程序，设3大板块、10项子菜单。",
                "向县融媒体中心报送稿件95篇，采用62篇。",
                "删除过期信息190条，修正错别字82处，清理失效链接5条。",
                "数字城管平台立案6812件，结案6790件。",
                "公示县级预算单位“三公”经费，做到三审三校。",
                "附件1政府信息公开情况统计表（2012年度）见附表2。",
                "2.3MB 下载次数：45",
            })
    void countsNothing(String text) {
        assertThat(show(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            公众号阅读量10万+文章9篇，全年推送120篇。 | items_published=120
            12345热线受理诉求83件，办结率100%，满意率97.6%。 | hotline_cases=83 answer_rate=100
            主动公开公文67件，占比43%，主动公开率43.23%。 | documents_issued=67 disclosure_rate=43.23
            全年发布信息210条，同比增长12.3%，其中原创90条、转载120条，总阅读量31.6万次，粉丝数6127人。 | items_published=210 items_published=90 items_published=120 views=316000 followers=6127
            投入工作经费4万元，未向申请人收取任何费用。 | fees_collected=0
            全年共发布2021条信息。 | items_published=2021
            访问量12345次。 | views=12345
            收到行政复议案件7件，审结6件：维持3件、责令履行1件。 | reconsiderations=7 reconsiderations_upheld=3 reconsiderations_corrected=1
            共收到申请52件，办结率98.7%。其中县政府受理31件，部门受理21件。 | applications_received=52 answer_rate=98.7 applications_received=31 applications_received=21
            没有因政府信息公开引发的复议和诉讼。 | reconsiderations=0 litigations=0
            悬挂横幅20条，发放折页300份。 | leaflets_distributed=300
            """)
    void countsNothingElse(String text, String expected) {
        assertThat(show(text)).isEqualTo(expected);
    }

    private static String show(String text) {
        return EXTRACTOR.extract(FactScorer.outline(text), List.of()).stream()
                .map(fact -> fact.metric() + "=" + fact.value().toPlainString())
                .collect(Collectors.joining(" "));
    }
}
