package io.mingjian.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.ingest.Block;
import io.mingjian.language.HanLpTokenizer;
import io.mingjian.model.ReportModel;
import io.mingjian.outline.Outline;
import io.mingjian.text.Span;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricExtractorTest {
    private static final ReportModel MODEL = FactScorer.bundledModel();
    private static final MetricExtractor EXTRACTOR = new MetricExtractor(MODEL, new HanLpTokenizer(MODEL.lexicon()));

    /// A fact reads `metric=value channel category period`, `-` for what it has not; facts are parted by ` + `.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            全年主动公开政府信息31条。 | items_published=31 - -
            我镇生成58条政府信息。 | items_published=58 - -
            全年公开信息90条，其中网站公开60条，“云上南塘”微信公众号推送30条。 | items_published=90 - - + items_published=60 website - + items_published=30 wechat -
            网站公开信息50条，其中政策文件20条、工作动态30条。 | items_published=50 website - + items_published=20 website 政策文件 + items_published=30 website 工作动态
            公众号发布信息40条，转载12条。 | items_published=40 wechat - + items_published=12 wechat 转载
            公开办事指南、年报各1条。 | items_published=1 - 办事指南 + items_published=1 - 年报
            公开概况类、政策类信息分别为3、5条。 | items_published=3 - 概况类 + items_published=5 - 政策类信息
            收到政府信息公开申请3件，均已按期答复。 | applications_received=3 - - + applications_answered=3 - -
            收到政府信息公开申请3件。均已按时答复。 | applications_received=3 - - + applications_answered=3 - -
            制作政策解读35篇，在公众号发布20篇、网站发布15篇。 | policy_interpretations=35 - - + policy_interpretations=20 wechat - + policy_interpretations=15 website -
            收到申请9件，予以公开4件，部分公开2件，不予公开3件。 | applications_received=9 - - + applications_granted=4 - - + applications_partly_granted=2 - - + applications_denied=3 - -
            全年未收到政府信息公开申请。 | applications_received=0 - -
            未发生因政府信息公开申请引发的行政复议、行政诉讼。 | reconsiderations=0 - - + litigations=0 - -
            收到申请1件，结转下年度继续办理。 | applications_received=1 - - + applications_carried_forward=1 - -
            行政复议5件，其中维持4件、纠正1件。 | reconsiderations=5 - - + reconsiderations_upheld=4 - - + reconsiderations_corrected=1 - -
            举办培训3次，参训人员90余人次。 | trainings_held=3 - - + people_trained=90 - -
            抖音号播放量达18万次。 | views=180000 douyin -
            答复率100%。 | answer_rate=100 - -
            微博粉丝由去年底的800人涨到1200人。 | followers=800 weibo - + followers=1200 weibo -
            收到政府信息公开申请较上年减少2件，降至5件。 | applications_received=5 - -
            网站访问量自开通以来共30万次，当年为8万次。 | views=300000 website - + views=80000 website -
            发布周报、简讯共6期、8期。 | items_published=6 - 周报 + items_published=8 - 简讯
            公示环评12条、排污9条，均在门户网站发布。 | items_published=12 website 环评 + items_published=9 website 排污
            政府网站专栏、公众号分别发布5条、7条。 | items_published=5 website - + items_published=7 wechat -
            公开信息60条，大半（41条）发在微信上。 | items_published=60 - - + items_published=41 wechat -
            收到申请5件，公开3件、部分公开2件。 | applications_received=5 - - + applications_granted=3 - - + applications_partly_granted=2 - -
            行政诉讼3起，其中直接起诉1起，法院判决维持。 | litigations=3 - - + litigations=1 - - + litigations_upheld=1 - -
            因信息公开引发的复议、诉讼各2件。 | litigations=2 - - + reconsiderations=2 - -
            无新制定、废止的规范性文件。 | normative_documents_issued=0 - - + normative_documents_repealed=0 - -
            行政复议、行政诉讼情况：本年度没有此类情况。 | reconsiderations=0 - - + litigations=0 - -
            举办业务讲座2场，听课80人。 | trainings_held=2 - - + people_trained=80 - -
            审查拟发布信息90条，退回4条，通过网站发布86条。 | items_published=90 - - + items_published=86 website -
            行政复议、行政诉讼分别为3件、1件。 | reconsiderations=3 - - + litigations=1 - -
            答复的9件申请中，予以公开、不予公开的依次为7件、2件。 | applications_answered=9 - - + applications_granted=7 - - + applications_denied=2 - -
            按时办结申请，按期答复率、满意率分别为100%、96%。 | answer_rate=100 - -
            收到行政复议4件、行政诉讼2件，前者维持3件，后者均被驳回。 | reconsiderations=4 - - + litigations=2 - - + litigations_upheld=2 - - + reconsiderations_upheld=3 - -
            网站和公众号公开信息，前者发布9条，后者发布5条。 | items_published=9 website - + items_published=5 wechat -
            上年度无结转申请。 | applications_carried_over=0 - -
            未发生被纠错的行政复议、行政诉讼案件。 | reconsiderations_corrected=0 - - + litigations_corrected=0 - -
            行政复议、行政诉讼皆未发生。 | reconsiderations=0 - - + litigations=0 - -
            现行有效规章8部、规范性文件17件。 | regulations_in_force=8 - - + normative_documents_in_force=17 - -
            收到申请8件。8件申请中，予以公开6件。 | applications_received=8 - - + applications_granted=6 - -
            公众号发文千余篇，阅读逾百万次。 | items_published=1000 wechat - + views=1000000 wechat -
            发放“致居民一封信”近2万封。 | leaflets_distributed=20000 - -
            依申请公开方面。受理6件，办结6件。 | applications_received=6 - - + applications_answered=6 - -
            共清理规范性文件30件。 | none
            每村公示3至5项。 | none
            用方言录制音频，在19个寨子播放。 | none
            印发一项政策就解读一项政策。 | none
            公开工作有三个“不够”。 | none
            较上年增加27条，增长9.28%。 | none
            每月公示低保信息一条。 | none
            低保对象3.42万人，发放救助金1.2亿元。 | none
            我镇落实三审三校，推进五公开，2023年12月31日前完成。 | none
            """)
    void statesWhatTheSentenceStates(String text, String expected) {
        assertThat(show(text)).isEqualTo(expected);
    }

    @Test
    void takesNoDigitsTogetherThatStandFarApart() {
        String wide = " ".repeat(Fact.MAX_QUOTE + 20);
        assertThat(show("公 开 网 站 9" + wide + "8 条，公开信息3" + wide + "8条。")).doesNotContain("98", "38");
    }

    @Test
    void readsANumberThatLayoutHasTornFromItsUnit() {
        assertThat(show("全年公开信息\n5614\n条。")).isEqualTo("items_published=5614 - -");
        assertThat(show("公开信息1245 条 ，其 中 网 站 9 8 0 条 。"))
                .isEqualTo("items_published=1245 - - + items_published=980 website -");
        assertThat(show("门户网站发布 2 1 5 条，公众号推送3 8条。"))
                .isEqualTo("items_published=215 website - + items_published=38 wechat -");
    }

    @Test
    void namesANumberThatNoQuoteCanHold() {
        assertThat(show(tornFromItsUnit(Fact.MAX_QUOTE))).isEqualTo("items_published=5614 - -");
        assertThat(show(tornFromItsUnit(Fact.MAX_QUOTE + 1))).isEqualTo("none");
        Outline outline = FactScorer.outline(tornFromItsUnit(Fact.MAX_QUOTE + 1));
        assertThat(EXTRACTOR.candidates(outline, List.of()))
                .extracting(Candidate::reason)
                .containsExactly(Candidate.Reason.TORN);
    }

    /// @param units from the first digit to the end of the unit
    private static String tornFromItsUnit(int units) {
        return "全年公开信息\n5614" + "\n".repeat(units - 5) + "条。";
    }

    @Test
    void tellsYearsApart() {
        Outline outline = FactScorer.outline("信息公开量由2020年的207条增至2021年的342条。2021年收到申请2件，历年累计17件。");
        assertThat(EXTRACTOR.extract(outline, List.of()))
                .extracting(Fact::period)
                .containsExactly(Period.PRIOR_YEAR, Period.YEAR, Period.YEAR, Period.CUMULATIVE);
    }

    @Test
    void leavesTablesAlone() {
        String text = "公开信息12条。\n公开信息34条。";
        Outline outline = FactScorer.outline(text);
        assertThat(EXTRACTOR.extract(outline, List.of(new Span(9, text.length()))))
                .extracting(fact -> fact.value().intValue())
                .containsExactly(12);
    }

    @Test
    void givesEveryNumberAReason() {
        Outline outline = FactScorer.outline("2021年公开信息12条，较上年增加3条，修正错别字5处。");
        assertThat(EXTRACTOR.candidates(outline, List.of()))
                .extracting(Candidate::reason)
                .containsExactly(
                        Candidate.Reason.NOT_COUNTED,
                        Candidate.Reason.WEAK_CUE,
                        Candidate.Reason.DIFFERENCE,
                        Candidate.Reason.UNRELATED);
    }

    @Test
    void quotesWhatItReadsInOrderFromAnyText() {
        Random random = new Random(11);
        String[] pieces = {
            "公开", "信息", "12条", "三百余件", "，", "。", "；", "（", "）", "\n", "\t", " ", "其中", "网站", "微信公众号", "未收到", "申请",
            "分别为", "3、5、7条", "各1份", "1.2万次", "阅读量", "𠮷", "《", "》", "“", "”", "%", "100", "较上年", "増", "1-", "a1", "|",
            "第"
        };
        for (int round = 0; round < 300; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(120), 0, pieces.length).forEach(i -> text.append(pieces[i]));
            Outline outline = FactScorer.outline(text.toString());
            List<Fact> facts = EXTRACTOR.extract(outline, List.of());
            assertThat(EXTRACTOR.extract(outline, List.of())).isEqualTo(facts);
            int last = 0;
            for (Fact fact : facts) {
                assertThat(fact.span().contains(fact.valueSpan())).isTrue();
                assertThat(fact.valueSpan().start()).isGreaterThanOrEqualTo(last);
                assertThat(fact.span().end()).isLessThanOrEqualTo(text.length());
                last = fact.valueSpan().start();
            }
        }
    }

    @Test
    @Tag("slow")
    void growsWithTheTextAndNoFaster() {
        assertGrowth("全年通过政府网站公开信息210条，其中政策文件20条；微信公众号推送98篇，未收到申请。");
        assertGrowth("公开信息12条");
        assertGrowth("（");
        assertGrowth("（1条");
        assertGrowth("未收到申请");
        assertGrowth("、1");
        assertGrowth("9");
        assertGrowth("9 ");
        assertGrowth("三又");
        assertGrowth("一、");
        assertGrowth("a1条，");
        assertGrowth("公开一条");
        assertGrowth("1条，均在网站，");
        assertGrowth("增加1条，达到");
    }

    private static void assertGrowth(String piece) {
        measure(piece, 20_000);
        long once = Math.min(measure(piece, 60_000), measure(piece, 60_000));
        long twice = Math.min(measure(piece, 120_000), measure(piece, 120_000));
        assertThat(twice).as(piece).isLessThan(3 * once + 200_000_000L);
    }

    private static long measure(String piece, int length) {
        String text = piece.repeat(length / piece.length());
        Outline outline = FactScorer.outline(text);
        long start = System.nanoTime();
        EXTRACTOR.extract(outline, List.of());
        return System.nanoTime() - start;
    }

    private static String show(String text) {
        Outline outline = FactScorer.outline(text);
        assertThat(outline.preamble()).allMatch(block -> block instanceof Block.Paragraph);
        String shown = EXTRACTOR.extract(outline, List.of()).stream()
                .map(fact -> String.format(
                        Locale.ROOT,
                        "%s=%s %s %s",
                        fact.metric(),
                        fact.value().toPlainString(),
                        fact.channel() == null ? "-" : fact.channel(),
                        fact.category() == null ? "-" : fact.category()))
                .collect(Collectors.joining(" + "));
        return shown.isEmpty() ? "none" : shown;
    }
}
