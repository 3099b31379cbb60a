package io.mingjian.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.language.HanLpTokenizer;
import io.mingjian.model.ReportModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where a figure was published and what time it speaks of: said, carried on, or not to be carried on.
class PlaceAndTimeTest {
    private static final ReportModel MODEL = FactScorer.bundledModel();
    private static final MetricExtractor EXTRACTOR = new MetricExtractor(MODEL, new HanLpTokenizer(MODEL.lexicon()));

    /// A fact reads `value channel`, `-` where it has none; facts are parted by ` + `.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            公众平台发布41条，转载9条；微博原创7条，转载2条。 | 41 wechat + 9 wechat + 7 weibo + 2 weibo
            微信公众号发布空气质量日报365期。 | 365 wechat
            公众号转发新华社报道12条。 | 12 wechat
            通过政府网站和日报公开12条。 | 12 other
            抖音、视频号同步更新，各发布11条。 | 11 douyin + 11 video_account
            依托短视频平台，抖音、视频号各发布11条，播放量分别为8万次、2万次。 | 11 douyin + 11 video_account + 80000 douyin + 20000 video_account
            微博、微信、头条号分别发布信息14条、50条和8条。 | 14 weibo + 50 wechat + 8 toutiao
            现有1个视频号、1个头条号。 | 1 video_account + 1 toutiao
            政务公开栏目共公开信息9条。 | 9 website
            公开栏公开信息9条。 | 9 notice_board
            “古渡发布”（微信公众号）推送31条，粉丝6千人。 | 31 wechat + 6000 wechat
            微信公众号。全年推送文章32篇，其中原创14篇。粉丝8千人。 | 32 wechat + 14 wechat + 8000 wechat
            平台建设。全年公开信息32条。 | 32 -
            粉丝6.3万，其中微信3.5万、微博1.9万。 | 63000 - + 35000 wechat + 19000 weibo
            动态信息9条、通知公告3条全部在门户网站公开。 | 9 website + 3 website
            县级公告6次，均在门户网站发布；乡级公告8次，均在公示栏张贴。 | 6 website + 8 notice_board
            运营公众号和抖音号。前者推文33篇，后者发布短视频8条。 | 33 wechat + 8 douyin
            网站公开35条；“西塘生活”推送31条。 | 35 website + 31 -
            镇级公开栏每季度更新1次，全年公布财务信息56次。 | 56 notice_board
            通过公开专区、公示栏等渠道公开信息76条。 | 76 -
            公开信息30条。网站公开18条、公告栏公开12条。从类别看，政策信息9条，财务信息21条。 | 30 - + 18 website + 12 notice_board + 9 - + 21 -
            今日头条客户端发布信息31条。 | 31 toutiao
            公开信息60条，其中微信35条、微博20条、其他5条。 | 60 - + 35 wechat + 20 weibo + 5 other
            """)
    void tellsWhereItWasPublished(String text, String expected) {
        assertThat(EXTRACTOR.extract(FactScorer.outline(text), List.of()).stream()
                        .map(fact ->
                                fact.value().toPlainString() + " " + (fact.channel() == null ? "-" : fact.channel()))
                        .collect(Collectors.joining(" + ")))
                .isEqualTo(expected);
    }

    /// A fact reads `value period`.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023年公开信息31条，上年公开25条。 | 31 year + 25 prior_year
            二季度开展培训2期、培训信息员64人次。 | 2 part_year + 64 part_year
            第四季度收到申请3件，办结2件；全年收到申请9件。 | 3 part_year + 2 part_year + 9 year
            上半年、下半年各开展一次培训，共87人次参训。 | 1 part_year + 87 year
            上半年收到申请6件，下半年收到申请9件，全年共收到申请15件，无行政复议。 | 6 part_year + 9 part_year + 15 year + 0 year
            2022年度公开信息31条，召开会议3次；2023年度公开信息40条。2023年粉丝8千人。 | 31 prior_year + 3 prior_year + 40 year + 8000 year
            粉丝由年初的310人增加到465人。 | 310 prior_year + 465 year
            由2019年的18件申请、2020年的26件申请升至2021年的65件申请。2021年办结65件。 | 18 other_year + 26 prior_year + 65 year + 65 year
            三年来，累计公开信息118条。 | 118 cumulative
            历年累计公开信息118条，其中本年18条。 | 118 cumulative + 18 year
            截至2023年底累计公开信息118条。 | 118 year
            对照2022年度数据，公开量上升：2022年公开9条，2023年公开12条。 | 9 prior_year + 12 year
            自开通以来推送图文326篇，今年推送42篇。 | 326 cumulative + 42 year
            近三年推送量为：2021年11篇、2022年26篇、2023年30篇；阅读量为：2023年4万。 | 11 other_year + 26 prior_year + 30 year + 40000 year
            5月以来发布信息29条。 | 29 year
            本镇2018年收到申请5件、答复5件，2019年收到申请8件、答复7件。 | 5 prior_year + 5 prior_year + 8 year + 7 year
            明年计划举办培训4次。 | 4 planned
            2021年、2022年、2023年分别公开信息7条、8条、9条。 | 7 other_year + 8 prior_year + 9 year
            1-6月推送信息12条，7月至12月推送信息14条，1-12月发布信息26条。 | 12 part_year + 14 part_year + 26 year
            2023年公开信息40条。与2022年的31条相比有所增加。 | 40 year + 31 prior_year
            2021年至2023年公开信息51条。 | 51 cumulative
            微博自上线至今发布信息41条，今年发布信息7条。 | 41 cumulative + 7 year
            去年同期受理申请8件，今年受理申请10件。 | 8 prior_year + 10 year
            """)
    void tellsWhatTimeItSpeaksOf(String text, String expected) {
        assertThat(EXTRACTOR.extract(FactScorer.outline(text), List.of()).stream()
                        .map(fact -> fact.value().toPlainString() + " "
                                + fact.period().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(" + ")))
                .isEqualTo(expected);
    }
}
