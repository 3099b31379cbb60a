package io.mingjian.index.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.mingjian.index.query.SearchQuery.All;
import io.mingjian.index.query.SearchQuery.AnyOf;
import io.mingjian.index.query.SearchQuery.Between;
import io.mingjian.index.query.SearchQuery.Bound;
import io.mingjian.index.query.SearchQuery.Everything;
import io.mingjian.index.query.SearchQuery.Exact;
import io.mingjian.index.query.SearchQuery.Named;
import io.mingjian.index.query.SearchQuery.Not;
import io.mingjian.index.query.SearchQuery.OneOf;
import io.mingjian.index.query.SearchQuery.Property;
import io.mingjian.index.query.SearchQuery.Within;
import io.mingjian.index.query.SearchQuery.Words;
import io.mingjian.model.ModelFiles;
import io.mingjian.problem.MingjianException;
import io.mingjian.problem.ProblemCode;
import io.mingjian.problem.ProblemMessages;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
    private static final SearchLanguage LANGUAGE =
            SearchLanguage.read(ModelFiles.bundled("government-information-disclosure"));

    @Test
    void readsWordsRangesAndNumbersInOneLine() {
        assertThat(parse("大美梨林 年份:2020..2024 微信发布数>=300 不予公开>0"))
                .isEqualTo(new All(List.of(
                        words("大美梨林"),
                        new Between("year", at("2020"), at("2024")),
                        new Between("published.wechat", at("300"), null),
                        new Between("requests.denied", new Bound(BigDecimal.ZERO, false), null))));
    }

    @Test
    void readsOperatorsByTheirPrecedence() {
        assertThat(parse("甲 OR 乙 丙"))
                .isEqualTo(new AnyOf(List.of(words("甲"), new All(List.of(words("乙"), words("丙"))))));
        assertThat(parse("(甲 OR 乙) AND 丙"))
                .isEqualTo(new All(List.of(new AnyOf(List.of(words("甲"), words("乙"))), words("丙"))));
        assertThat(parse("甲 NOT （乙 丙）"))
                .isEqualTo(new All(List.of(words("甲"), new Not(new All(List.of(words("乙"), words("丙")))))));
    }

    @Test
    void readsFieldsOfAnyWidth() {
        assertThat(parse("单位：水利局")).isEqualTo(new Named(Property.ORGANIZATION, "水利局"));
        assertThat(parse("单位: \"水利 局\"")).isEqualTo(new Named(Property.ORGANIZATION, "水利 局"));
        assertThat(parse("层级:乡镇，市级"))
                .isEqualTo(new AnyOf(
                        List.of(new OneOf(Facet.LEVEL, List.of("township")), new OneOf(Facet.LEVEL, List.of("city")))));
        assertThat(parse("章节:总体情况,依申请公开")).isEqualTo(new Within(Set.of("overview", "applications"), new Everything()));
        assertThat(parse("访问量 ＞ 1.2万"))
                .isEqualTo(new Between("views", new Bound(new BigDecimal("12000.0"), false), null));
    }

    @Test
    void looksForTextsWithinTheSectionNamedBesideThem() {
        assertThat(parse("章节:总体情况 甲 年份:2021"))
                .isEqualTo(new All(List.of(
                        new Within(Set.of("overview"), words("甲")), new Between("year", at("2021"), at("2021")))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"国办公开办函〔2021〕30号", "〔2021〕30号", "[2021]30号", "（2021）30号", "第二十条", "第20条", "第二十条第（八）项", "第三十三条第二款"
            })
    void readsDocumentNumbersAndArticlesAsWholes(String text) {
        assertThat(parse(text)).isEqualTo(new Exact(text));
    }

    @Test
    void readsMarksOfTheOtherKindAsText() {
        assertThat(parse("\"“甲”乙\"")).isEqualTo(new Exact("“甲”乙"));
        assertThat(parse("“甲\"乙”")).isEqualTo(new Exact("甲\"乙"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "江心微讯”微信公众号发布信息",
                "”微信公众号",
                "众号抖音号“",
                "今日头条“爱上月牙湾”头条号",
                "27篇（次",
                "27篇（次）",
                "不存在4件），其余2件跨年办理",
                "（一）总体情况",
                "(三)主动公开方面",
                "在已经答复的申请中：同意公开的",
                "来源：沙井镇"
            })
    void readsWhatIsPastedFromAReportAsText(String text) {
        assertThat(parse(text))
                .isInstanceOfSatisfying(
                        Words.class, words -> assertThat(words.text()).isEqualTo(text));
    }

    @Test
    void readsOperatorsBesideParentheses() {
        assertThat(parse("甲 NOT(乙 OR 丙)"))
                .isEqualTo(new All(List.of(words("甲"), new Not(new AnyOf(List.of(words("乙"), words("丙")))))));
        assertThat(parse("甲（乙 OR 丙）"))
                .isEqualTo(new All(List.of(words("甲"), new AnyOf(List.of(words("乙"), words("丙"))))));
        assertThat(parse("（甲 OR 乙）丙")).isEqualTo(parse("(甲 OR 乙) 丙"));
    }

    @Test
    void knowsWhatStandsForTheSame() {
        assertThat(((Words) parse("公众号")).synonyms()).contains("微信公众号").doesNotContain("公众号");
        assertThat(((Words) parse("政务公开工作")).synonyms()).contains("政府信息公开工作");
        assertThat(((Words) parse("水利")).synonyms()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\'', textBlock = """
            '',                 1, empty
            '  ',               1, empty
            '甲 "乙',           3, quotation-open
            '""',               1, empty
            '甲 (乙',           3, not-closed
            '甲) 乙',           2, not-opened
            '()',               2, operand-missing
            'OR 甲',            1, operand-missing
            '甲 AND',           6, operand-missing
            '甲 NOT',           6, operand-missing
            '甲 年份:',         5, value-missing
            '年份:abc',         4, figure-expected
            '年份:2024..2020',  4, range-reversed
            '章节:无此章',      4, value-unknown
            '甲 没有此数>3',    3, name-unknown
            '作者:张三',        1, name-unknown
            '微信发布数>=',     8, figure-expected
            '微信发布数>很多',  7, figure-expected
            """)
    void tellsEveryMistakeWithItsColumn(String query, int column, String reason) {
        MingjianException problem = catchThrowableOfType(MingjianException.class, () -> parse(query));
        assertThat(problem.code()).isEqualTo(ProblemCode.INVALID_QUERY);
        assertThat(problem.reason()).isEqualTo(reason);
        assertThat(problem.column()).isEqualTo(column);
        assertThat(ProblemMessages.title(problem)).contains("第 " + column + " 列");
    }

    @Test
    void refusesDeepParentheses() {
        assertThatThrownBy(() -> parse("(".repeat(21) + "甲" + ")".repeat(21))).hasMessageContaining("too-deep");
        assertThat(parse("(".repeat(20) + "甲" + ")".repeat(20))).isEqualTo(words("甲"));
    }

    @Test
    void readsOrRefusesWhateverIsWritten() {
        long seed = Long.getLong("test.seed", 20260301);
        Random random = new Random(seed);
        String[] pieces = {
            "甲",
            " ",
            "(",
            ")",
            "\"",
            "年份:",
            "2020",
            "..",
            ">=",
            "<",
            "AND ",
            "OR ",
            "NOT ",
            "章节:",
            "〔2021〕3号",
            "*",
            ":",
            "=",
            "，",
            "第十条",
            "。",
            "a",
            "单位:",
            "总体情况",
            "新收"
        };
        for (int round = 0; round < 5000; round++) {
            StringBuilder line = new StringBuilder();
            for (int i = random.nextInt(9); i >= 0; i--) {
                line.append(pieces[random.nextInt(pieces.length)]);
            }
            try {
                assertThat(parse(line.toString())).isNotNull();
            } catch (MingjianException e) {
                assertThat(e.column()).as("%s, seed %d", line, seed).isBetween(1, line.length() + 1);
            }
        }
    }

    private static SearchQuery parse(String query) {
        return QueryParser.parse(LANGUAGE, query);
    }

    private static Words words(String text) {
        return new Words(text, List.of());
    }

    private static Bound at(String value) {
        return new Bound(new BigDecimal(value), true);
    }
}
