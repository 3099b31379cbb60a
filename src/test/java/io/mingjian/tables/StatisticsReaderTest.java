package io.mingjian.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Cores;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import io.mingjian.metrics.Fact;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What statistics tables of the years before the statutory tables state, as facts.
class StatisticsReaderTest {
    private static final String TITLE = "柳溪县水务局2015年政府信息公开工作年度报告\n\n一、概述\n\n本机关编制本报告。\n\n附件：政府信息公开情况统计表\n\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @Test
    void theHeadTellsWhatPeriodAFigureIsOf() throws IOException {
        assertThat(facts("指标名称\t计量单位\t2014年度\t2015年度\t历年累计\n主动公开信息数\t条\t12\t15\t90\n申请总数\t条\t1\t2\t3\n"))
                .containsExactly(
                        "items_published 12 条 prior_year 2014",
                        "items_published 15 条 year 2015",
                        "items_published 90 条 cumulative null",
                        "applications_received 1 条 prior_year 2014",
                        "applications_received 2 条 year 2015",
                        "applications_received 3 条 cumulative null");
    }

    @Test
    void aBlankAndAMarkForNothingStateNothingButANoughtDoes() throws IOException {
        assertThat(facts("指标名称\t计量单位\t本年度\t历年累计\n行政复议数\t件\t\t4\n行政诉讼数\t件\t0\t/\n"))
                .containsExactly("reconsiderations 4 件 cumulative null", "litigations 0 件 year 2015");
    }

    @Test
    void theNumberOfARowIsNoFigure() throws IOException {
        String table = "序号\n指标名称\n单位\n统计数\n1\n行政复议数\n件\n7\n2\n行政诉讼数\n件\n8\n3\n举报投诉数量\n件\n9\n";
        assertThat(facts(table))
                .containsExactly(
                        "reconsiderations 7 件 year 2015", "litigations 8 件 year 2015", "complaints 9 件 year 2015");
        assertThat(facts("指标名称  单位  代码  本年度\n申请总数  条  10  3\n当面申请数  条  11  2\n"))
                .containsExactly("applications_received 3 条 year 2015", "applications_received 当面申请 2 条 year 2015");
    }

    @Test
    void whatHasTheSameLabelIsToldByTheRowAboveIt() throws IOException {
        assertThat(facts("指标名称 | 统计数\n四、行政复议数量 | 5\n（二）被依法纠错数 | 1\n五、行政诉讼数量 | 6\n（二）被依法纠错数 | 2\n"))
                .containsExactly(
                        "reconsiderations 5 year 2015",
                        "reconsiderations_corrected 1 year 2015",
                        "litigations 6 year 2015",
                        "litigations_corrected 2 year 2015");
    }

    @Test
    void moneyIsBroughtToItsBaseUnit() throws IOException {
        assertThat(facts("指标名称 | 计量单位 | 统计数\n举报投诉数量 | 件 | 0\n七、依申请公开信息收取的费用 | 万元 | 0.25\n"))
                .contains("fees_collected 2500 元 year 2015");
    }

    @Test
    void aDamagedLabelIsReadAndOneThatMeansAnotherIsNot() throws IOException {
        assertThat(facts("指标名称 | 计量单位 | 统计数\n同意部分公开答数 | 件 | 3\n未同意公开答复的 | 件 | 4\n行政上诉数 | 件 | 5\n行政复议数 | 件 | 6\n"))
                .containsExactly("applications_partly_granted 3 件 year 2015", "reconsiderations 6 件 year 2015");
    }

    @Test
    void gluedDigitsAreOneFigureOnlyUnderOneColumn() throws IOException {
        assertThat(facts("指标名称计量单位统计数\n主动公开信息数条1874\n申请总数条24\n行政复议数件05\n"))
                .containsExactly("items_published 1874 条 year 2015", "applications_received 24 条 year 2015");
        assertThat(facts("指标名称计量单位2015年度历年累计\n主动公开信息数条18743396\n申请总数条2430\n")).isEmpty();
    }

    @Test
    void fewerFiguresThanColumnsTellNothingWhereBlanksLeaveNoTrace() throws IOException {
        assertThat(facts("指标名称  计量单位  本年度  历年累计\n申请总数  条  24\n行政复议数  件  1  2\n"))
                .containsExactly("reconsiderations 1 件 year 2015", "reconsiderations 2 件 cumulative null");
    }

    @Test
    void proseThatNamesIndicatorsIsNoTable() throws IOException {
        String prose = "统计表见附件。全年主动公开政府信息 120 条，收到申请 3 件，行政复议 1 件。\n";
        assertThat(facts(prose)).contains("items_published 120 条 year 2015");
        assertThat(confidences(prose)).allMatch(confidence -> confidence != 0.98 && confidence != 0.8);
    }

    @Test
    void everyFigureQuotesItsLabelAndItself() throws IOException {
        Extraction extraction = extract("指标名称\t计量单位\t统计数\n其中：1.当面申请数\t件\t2\n2.传真申请数\t件\t0\n");
        assertThat(extraction.facts().stream()
                        .map(fact -> extraction.outline().text().quote(fact.span())))
                .containsExactly("其中：1.当面申请数\t件\t2", "2.传真申请数\t件\t0");
    }

    private Extraction extract(String table) throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), TITLE + table);
        return Cores.EXTRACTOR.extract(new Upload("a.txt", null, file));
    }

    private List<Double> confidences(String table) throws IOException {
        return extract(table).facts().stream().map(Fact::confidence).toList();
    }

    private List<String> facts(String table) throws IOException {
        return extract(table).facts().stream()
                .map(fact -> Stream.of(
                                fact.metric(),
                                fact.channel(),
                                fact.category(),
                                fact.value().toPlainString(),
                                fact.unit(),
                                fact.period().name().toLowerCase(Locale.ROOT),
                                String.valueOf(fact.year()))
                        .filter(each -> each != null)
                        .collect(Collectors.joining(" ")))
                .toList();
    }
}
