package io.mingjian.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.checks.Severity;
import io.mingjian.extract.Extraction;
import io.mingjian.metrics.Approximation;
import io.mingjian.metrics.Period;
import io.mingjian.model.Node;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.tables.Cell;
import io.mingjian.tables.CellKey;
import io.mingjian.text.Span;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ScorerTest {
    private static final String TEXT = "一、总体情况\n全年公开信息128条，其中微信公开30条，网站公开 30 条。收到申请3件。";

    private static GoldReport gold(String json) {
        return GoldReader.read(Node.parse("gold", json.replace('\'', '"')));
    }

    private static Score score(String gold, Extraction extraction) {
        Tally tally = new Tally("case");
        Scorer.compare(new Corpus.DocumentCase("case", Path.of("case"), gold(gold)), extraction, tally);
        return tally.score(Duration.ZERO);
    }

    private static String facts(String... facts) {
        return "{'facts':[" + String.join(",", facts) + "]}";
    }

    private static String fact(String metric, String value, String quote, String more) {
        return "{'metric':'" + metric + "','value':" + value + ",'quote':'" + quote + "','period':'year'" + more + "}";
    }

    @Test
    void aFactIsRightWhereMetricValueAndPlaceAreRight() {
        Score score = score(
                facts(fact("items_published", "128", "公开信息128条", ""), fact("applications_received", "3", "收到申请3件", "")),
                Drafts.over(TEXT)
                        .fact("items_published", "128", "128条")
                        .fact("applications_answered", "3", "申请3件")
                        .extraction());
        assertThat(score.facts()).isEqualTo(new Rate(1, 1, 1));
        assertThat(score.strict())
                .containsEntry("items_published", new Rate(1, 0, 0))
                .containsEntry("applications_answered", new Rate(0, 1, 0))
                .containsEntry("applications_received", new Rate(0, 0, 1));
    }

    @Test
    void ofTwoFactsTheOneWithMoreRightAttributesIsTaken() {
        Score score = score(
                facts(fact("items_published", "30", "微信公开30条，网站公开 30 条", ",'channel':'website'")),
                Drafts.over(TEXT)
                        .fact("items_published", "30", "微信公开30条", "wechat", Period.YEAR, null, null, 0.5)
                        .fact("items_published", "30", "网站公开 30 条", "website", Period.YEAR, null, null, 0.5)
                        .extraction());
        assertThat(score.fullFacts()).isEqualTo(new Rate(1, 1, 0));
        assertThat(score.errors()).containsExactly("case: false items_published=30 “微信公开30条”");
    }

    @Test
    void aWrongChannelCostsFullButNotStrict() {
        Score score = score(
                facts(fact("items_published", "30", "微信公开30条", ",'channel':'wechat'")),
                Drafts.over(TEXT).fact("items_published", "30", "微信公开30条").extraction());
        assertThat(score.facts()).isEqualTo(new Rate(1, 0, 0));
        assertThat(score.fullFacts()).isEqualTo(new Rate(0, 1, 1));
        assertThat(score.count(Figure.ATTR_CHANNEL)).isZero();
        assertThat(score.count(Figure.ATTR_PERIOD)).isOne();
    }

    @Test
    void whatWasReadInPlaceOfSomethingElseIsCounted() {
        Score score = score(
                facts(
                        fact("items_published", "30", "微信公开30条", ",'channel':'wechat'"),
                        fact("applications_received", "3", "收到申请3件", ""),
                        fact("applications_answered", "3", "收到申请3件", "")),
                Drafts.over(TEXT)
                        .fact("items_published", "30", "微信公开30条", null, Period.PRIOR_YEAR, null, null, 0.5)
                        .fact("complaints", "3", "申请3件")
                        .fact("staff", "128", "128条")
                        .extraction());
        assertThat(score.confusions())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "channel wechat/null",
                        1,
                        "period year/prior_year",
                        1,
                        "metric applications_received/complaints",
                        1,
                        "metric applications_answered/null",
                        1,
                        "metric null/staff",
                        1));
    }

    @Test
    void alternativesOfTheGoldCountAsRight() {
        Score score = score(
                facts(
                        fact(
                                "items_published",
                                "30",
                                "微信公开30条",
                                ",'channel':'wechat','category':'a','approx':'over','alt':{'channel':[null],'category':[' b c '],'metric':['documents_issued'],'period':['cumulative']}")),
                Drafts.over(TEXT)
                        .fact(
                                "documents_issued",
                                "30.0000001",
                                "微信公开30条",
                                null,
                                Period.CUMULATIVE,
                                Approximation.OVER,
                                "bc",
                                0.5)
                        .extraction());
        assertThat(score.fullFacts()).isEqualTo(new Rate(1, 0, 0));
        assertThat(score.count(Figure.ATTR_CATEGORY)).isOne();
        assertThat(score.count(Figure.ATTR_APPROX)).isOne();
        assertThat(score.strict()).containsOnlyKeys("items_published");
    }

    @Test
    void plansAndNeutralPlacesAreNeitherRewardedNorPunished() {
        Score score = score(
                "{'facts':[],'neutral':['收到申请3件']}",
                Drafts.over(TEXT)
                        .fact("applications_received", "3", "申请3件")
                        .fact("items_published", "128", "公开信息128条", null, Period.PLANNED, null, null, 0.5)
                        .extraction());
        assertThat(score.facts()).isEqualTo(Rate.NONE);
        assertThat(score.count(Figure.NEUTRAL)).isEqualTo(2);
    }

    @Test
    void aFactInsideATableMayBeMetByItsCell() {
        Drafts draft = Drafts.over(TEXT);
        String gold = facts(fact("applications_received", "3", "收到申请3件", ",'in_table':true"));
        assertThat(score(gold, draft.extraction()).facts()).isEqualTo(new Rate(0, 0, 1));
        draft.stated("applications", "new_received", "total", "3", draft.place("3件"));
        Score score = score(gold, draft.extraction());
        assertThat(score.facts()).isEqualTo(new Rate(1, 0, 0));
        assertThat(score.fullFacts()).isEqualTo(new Rate(1, 0, 0));
        assertThat(score.count(Figure.ATTR)).isZero();
        assertThat(score.strict()).isEmpty();
    }

    @Test
    void lenientLooksAtMetricAndValueOnly() {
        Score score = score(
                facts(fact("items_published", "30", "微信公开30条", "")),
                Drafts.over(TEXT).fact("items_published", "30", "收到申请").extraction());
        assertThat(score.facts()).isEqualTo(new Rate(0, 1, 1));
        assertThat(score.lenientFacts()).isEqualTo(new Rate(1, 0, 0));
    }

    @Test
    void aCellThatStatesNoNumberIsNoZero() {
        Drafts draft = Drafts.over(TEXT);
        Span span = draft.place("3件");
        draft.stated("review_and_litigation", "reconsideration", "upheld", "3", span)
                .stated("review_and_litigation", "reconsideration", "corrected", "0", span)
                .stated("review_and_litigation", "reconsideration", "other", "0", span)
                .cell("review_and_litigation", new Cell.Blank(new CellKey("reconsideration", "pending"), span))
                .cell("review_and_litigation", new Cell.Absent(new CellKey("reconsideration", "total")));
        Score score = score("{'table4':{'reconsideration':[3,0,null,0,null]}}", draft.extraction());
        assertThat(score.count(Figure.CELLS)).isEqualTo(5);
        assertThat(score.count(Figure.CELLS_OK)).isEqualTo(3);
        assertThat(score.count(Figure.NONZERO)).isOne();
        assertThat(score.count(Figure.NONZERO_OK)).isOne();
        assertThat(score.cells())
                .containsOnly(
                        java.util.Map.entry("number/right", 1),
                        java.util.Map.entry("zero/right", 1),
                        java.util.Map.entry("nothing/wrong", 1),
                        java.util.Map.entry("zero/blank", 1),
                        java.util.Map.entry("nothing/absent", 1));
    }

    @Test
    void rowsOfAGoldMayBeListsObjectsOrNull() {
        GoldReport gold = gold(
                "{'table2':{'regulations':{'issued':1,'repealed':null}},'table3':{'rows':{'granted':null}},'table4':null}");
        assertThat(gold.cells()).hasSize(9);
        assertThat(gold.cells().getFirst().place()).isEqualTo("proactive_disclosure.regulations.issued");
        assertThat(gold.cells()).filteredOn(cell -> cell.value() != null).hasSize(1);
    }

    @Test
    void aSectionCountsWhereItStartsAtItsHeading() {
        String gold = "{'sections':[{'id':'overview','heading':'总体 情况'}]}";
        assertThat(score(gold, Drafts.over(TEXT).section("overview", 0).extraction())
                        .count(Figure.SECTIONS_OK))
                .isOne();
        assertThat(score(gold, Drafts.over(TEXT).section("applications", 0).extraction())
                        .count(Figure.SECTIONS_OK))
                .isZero();
        assertThat(score(gold, Drafts.over(TEXT).section("overview", "全年公开").extraction())
                        .count(Figure.SECTIONS_OK))
                .isZero();
    }

    @Test
    void aHeadingIsLookedForAtTheOffsetInCodePointsAsTheScriptDoes() {
        String text = "𠮷".repeat(3) + TEXT;
        String gold = "{'sections':[{'heading':'总体情况'}]}";
        // The section starts at 6 units; the script reads from the 6th code point and so misses the heading's number.
        assertThat(score(gold, Drafts.over(text).section("overview", "一、总体").extraction())
                        .count(Figure.SECTIONS_OK))
                .isZero();
    }

    @Test
    void identityComparesYearFormAndEitherNameOfTheUnit() {
        String gold = "{'org':'青禾镇人民政府','org_alt':'靑禾鎮','year':2021,'form':'2021'}";
        assertThat(score(gold, Drafts.over(TEXT).title("青禾 镇", 2021, "2021").extraction())
                        .count(Figure.IDENTITY_OK))
                .isEqualTo(3);
        assertThat(score(gold, Drafts.over(TEXT).title("某县靑禾鎮政府", 2020, null).extraction())
                        .count(Figure.IDENTITY_OK))
                .isOne();
        assertThat(score(gold, Drafts.over(TEXT).extraction()).count(Figure.IDENTITY))
                .isEqualTo(3);
    }

    @Test
    void seededErrorsMustBeRaisedAndCleanReportsLeftInPeace() {
        Extraction accused = Drafts.over(TEXT)
                .finding("structure.table-blank.applications", Severity.ERROR)
                .extraction();
        assertThat(score("{'expected_rules':['structure.table-blank']}", accused)
                        .count(Figure.FINDINGS_OK))
                .isOne();
        assertThat(score("{'expected_rules':['structure.table']}", accused).count(Figure.FINDINGS_OK))
                .isZero();
        assertThat(score("{'expected_rules':[]}", accused).count(Figure.CLEAN_OK))
                .isZero();
        assertThat(score("{}", accused).counts()).doesNotContainKey(Figure.CLEAN);
        Extraction warned = Drafts.over(TEXT).finding("a.b", Severity.WARNING).extraction();
        assertThat(score("{'expected_rules':[]}", warned).count(Figure.CLEAN_OK))
                .isOne();
    }

    @Test
    void whatIsRefusedIsMissedUnlessTheRefusalIsRight() {
        Scorer scorer = new Scorer(upload -> {
            throw new MingjianException(ProblemCode.NO_TEXT_LAYER, "pictures");
        });
        String facts = facts(fact("items_published", "30", "微信公开30条", ""));
        Score missed = scorer.score(new Corpus.PassageCase("p", TEXT, gold(facts)));
        assertThat(missed.failure()).isEqualTo("p: no-text-layer pictures");
        assertThat(missed.facts()).isEqualTo(new Rate(0, 0, 1));
        Score refused = scorer.score(new Corpus.PassageCase("p", TEXT, gold("{'expected_status':422}")));
        assertThat(refused.failure()).isNull();
        assertThat(refused.count(Figure.REFUSALS_OK)).isOne();
    }

    @Test
    void aDocumentThatIsReadWhereARefusalIsRightCountsAsWrong() {
        Score score = score("{'expected_status':422}", Drafts.over(TEXT).extraction());
        assertThat(score.count(Figure.REFUSALS)).isOne();
        assertThat(score.count(Figure.REFUSALS_OK)).isZero();
    }

    @Test
    void confidenceIsHeldAgainstWhatWasRight() {
        Score score = score(
                facts(fact("items_published", "128", "公开信息128条", "")),
                Drafts.over(TEXT)
                        .fact("items_published", "128", "128条", null, Period.YEAR, null, null, 0.95)
                        .fact("items_published", "3", "申请3件", null, Period.YEAR, null, null, 1.0)
                        .extraction());
        assertThat(new ScoreSheet(java.util.List.of(score)).reliability())
                .containsExactly(new ScoreSheet.Reliability(0.9, 1.0, 2, 0.975, 0.5));
    }
}
