package io.mingjian.outline;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Fixtures;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutlineFinderTest {
    private final OutlineFinder finder = new OutlineFinder(Fixtures.MODEL);

    private static final List<String> SIX = List.of(
            "overview",
            "proactive_disclosure",
            "applications",
            "review_and_litigation",
            "problems_and_improvements",
            "other_matters");

    private List<String> ids(String text) {
        return find(text).sections().stream().map(Section::id).toList();
    }

    private Outline find(String text) {
        return finder.find(Fixtures.document(text));
    }

    @Test
    void theSixSectionsStandAtTheirHeadings() {
        String text = """
                云山镇人民政府2023年政府信息公开工作年度报告
                一、总体情况
                甲。
                二、主动公开政府信息情况
                三、收到和处理政府信息公开申请情况
                四、政府信息公开行政复议、行政诉讼情况
                五、存在的主要问题及改进情况
                六、其他需要报告的事项
                无
                """;
        Outline outline = find(text);
        assertThat(outline.sections()).extracting(Section::id).isEqualTo(SIX);
        assertThat(outline.sections())
                .allSatisfy(section -> assertThat(text.substring(
                                section.headingSpan().start(),
                                section.headingSpan().end()))
                        .isEqualTo(section.heading()));
    }

    @Test
    void arabicNumbersInTheMiddleAreTheSameSections() {
        assertThat(ids("一、总体情况\n二、主动公开政府信息情况\n3、 收到和处理政务公开申请情况\n4、 政务公开行政复议、行政诉讼情况\n"
                        + "5、 存在的主要问题及改进情况\n六、其他需要报告的事项\n"))
                .isEqualTo(SIX);
    }

    @Test
    void bracketedNumbersHeadSectionsWhereNothingElseDoes() {
        assertThat(ids("（一）总体情况\n（二）主动公开政府信息情况\n（三）收到和处理政府信息公开申请情况\n（四）政府信息公开行政复议、行政诉讼情况\n"
                        + "（五）存在的主要问题及改进情况\n（六）其他需要报告的事项\n"))
                .isEqualTo(SIX);
    }

    @Test
    void aMissingSectionDoesNotShiftTheOthers() {
        assertThat(ids("一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n五、存在的主要问题及改进情况\n六、其他需要报告的事项\n"))
                .isEqualTo(List.of(
                        "overview",
                        "proactive_disclosure",
                        "applications",
                        "problems_and_improvements",
                        "other_matters"));
    }

    @Test
    void rowsOfTheApplicationsTableAreNoHeadings() {
        assertThat(ids("一、总体情况\n三、收到和处理政府信息公开申请情况\n一、本年新收政府信息公开申请数量\t1\t0\n二、上年结转政府信息公开申请数量\t0\t0\n"
                        + "三、本年度办理结果\t（一）予以公开\t1\n四、结转下年度继续办理\t0\n四、政府信息公开行政复议、行政诉讼情况\n"))
                .isEqualTo(List.of("overview", "applications", "review_and_litigation"));
    }

    @Test
    void aSubHeadingWordedLikeASectionStaysAChild() {
        Outline outline = find("一、总体情况\n（一）主动公开政府信息情况\n甲。\n（二）依申请公开政府信息的情况\n乙。\n二、主动公开政府信息情况\n");
        assertThat(outline.sections()).extracting(Section::id).containsExactly("overview", "proactive_disclosure");
        assertThat(outline.sections().getFirst().children())
                .extracting(Section::heading)
                .containsExactly("主动公开政府信息情况", "依申请公开政府信息的情况");
    }

    @Test
    void aReportInOneLineIsCutAtItsHeadings() {
        Outline outline = find("云山镇2023年政府信息公开工作年度报告一、总体情况2023年公开65条。二、主动公开政府信息情况规章000六、其他需要报告的事项无");
        assertThat(outline.sections())
                .extracting(Section::id)
                .containsExactly("overview", "proactive_disclosure", "other_matters");
        assertThat(outline.title().organization()).isEqualTo("云山镇");
    }

    @Test
    void aWriterOwnSectionIsUnclassified() {
        assertThat(ids("一、总体情况\n二、工作机制保障\n三、主动公开政府信息情况\n"))
                .containsExactly("overview", Section.UNCLASSIFIED, "proactive_disclosure");
    }

    @Test
    void contentsAreNoHeadings() {
        Outline outline = find("一、总体情况……………1\n二、主动公开政府信息情况......2\n一、总体情况\n甲。\n二、主动公开政府信息情况\n");
        assertThat(outline.sections()).hasSize(2);
    }

    @Test
    void theTitleMayBeSplitAndSpaced() {
        ReportTitle title = find("次山镇人民政府\n\n2023 年政府信息公开工作年度报 告\n\n一、总体情况\n").title();
        assertThat(title.title()).isEqualTo("次山镇人民政府2023年政府信息公开工作年度报告");
        assertThat(title.organization()).isEqualTo("次山镇人民政府");
        assertThat(title.level()).isEqualTo("township");
        assertThat(title.year()).isEqualTo(2023);
    }

    @Test
    void theFullNameComesFromTheTextAndIsNeverMadeUp() {
        assertThat(find("河湾区郑山镇2021年政府信息公开工作年度报告\n河湾区郑山镇人民政府按照条例。\n一、总体情况\n").title())
                .extracting(ReportTitle::organization, ReportTitle::region)
                .containsExactly("河湾区郑山镇人民政府", "河湾区");
        assertThat(find("多山镇政府信息公开工作年度报告\n一、总体情况\n").title().organization()).isEqualTo("多山镇");
    }

    @Test
    void theYearComesFromTheOpeningWhereTheTitleHasNone() {
        assertThat(find("多山镇政府信息公开工作年度报告\n一、总体情况\n2020年，镇党委高度重视。\n五、存在的主要问题及改进情况\n2021年，我镇将进一步。2021年。\n")
                        .title()
                        .year())
                .isEqualTo(2020);
    }

    @Test
    void aDocumentWithoutHeadingsIsAllPreamble() {
        Outline outline = find("全年共公开信息65条。");
        assertThat(outline.sections()).isEmpty();
        assertThat(outline.preamble()).hasSize(1);
        assertThat(outline.title()).extracting(ReportTitle::title).isNull();
    }

    @Test
    void everyBlockIsInOneSectionOnly() {
        Outline outline = find(Fixtures.sharedText("seeds/seed-002.txt"));
        List<Integer> starts = outline.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .map(block -> block.span().start())
                .toList();
        assertThat(starts).isSorted().doesNotHaveDuplicates();
        assertThat(IntStream.range(1, outline.sections().size()))
                .allMatch(i -> outline.sections().get(i - 1).span().end()
                        <= outline.sections().get(i).span().start());
    }

    @Test
    void aPathThroughTheSiteIsNoTitle() {
        ReportTitle title = find("当前位置：首页＞政府信息公开＞政府信息公开年报\n政府信息公开年报\n云山县教育局2023年政府信息公开工作年度报告\n一、总体情况\n甲。\n")
                .title();
        assertThat(title.title()).isEqualTo("云山县教育局2023年政府信息公开工作年度报告");
        assertThat(title.organization()).isEqualTo("云山县教育局");
    }

    @Test
    void aLabelBeforeTheTitleIsNoPartOfIt() {
        ReportTitle title = find("索引号：000123/2024-001\n名    称：云山县教育局2023年政府信息公开工作年度报告\n一、总体情况\n甲。\n")
                .title();
        assertThat(title.title()).isEqualTo("云山县教育局2023年政府信息公开工作年度报告");
        assertThat(title.organization()).isEqualTo("云山县教育局");
    }

    @Test
    void whoSignsAboveTheDateReports() {
        ReportTitle title = find("2023年政府信息公开工作年度报告\n一、总体情况\n甲。\n六、其他需要报告的事项\n无\n\n云山县教育局\n2024年1月20日\n")
                .title();
        assertThat(title.organization()).isEqualTo("云山县教育局");
        assertThat(title.year()).isEqualTo(2023);
    }

    @Test
    void aLastSentenceIsNoSignature() {
        assertThat(find("2023年政府信息公开工作年度报告\n一、总体情况\n甲。\n六、其他需要报告的事项\n今后会继续做好工作，接受监督。\n2024年1月20日\n")
                        .title()
                        .organization())
                .isNull();
    }
}
