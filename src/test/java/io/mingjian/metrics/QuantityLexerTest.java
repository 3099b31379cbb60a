package io.mingjian.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.metrics.Quantity.Kind;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityLexerTest {
    private static final QuantityLexer LEXER =
            new QuantityLexer(FactScorer.bundledModel().metrics());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            公开信息214条          | 214      | 条   |
            公开信息1,024条        | 1024     | 条   |
            访问量1.2万次          | 12000    | 次   |
            展现量1.05亿次         | 105000000 | 次  |
            印发两千余册           | 2000     | 册   | OVER
            三百余条             | 300      | 条   | OVER
            播放量达180余万次       | 1800000  | 次   | OVER
            公开73多条            | 73       | 条   | OVER
            约186.4万条          | 1864000  | 条   | ABOUT
            近6万人次            | 60000    | 人次  | ABOUT
            500人次左右           | 500      | 人次  | ABOUT
            不足20条             | 20       | 条   | UNDER
            培训4次以上            | 4        | 次   | AT_LEAST
            不少于150人次          | 150      | 人次  | AT_LEAST
            培训500人(次)         | 500      | 人次  |
            收取三十六元           | 36       | 元   |
            申请壹拾捌件           | 18       | 件   |
            事项为零             | 0        |     |
            """)
    void readsNumberUnitAndQualifier(String text, BigDecimal value, String unit, Approximation approximation) {
        List<Quantity> found = LEXER.quantities(text);
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().kind()).isEqualTo(Kind.COUNT);
        assertThat(found.getFirst().value()).isEqualByComparingTo(value);
        assertThat(found.getFirst().unit()).isEqualTo(unit);
        assertThat(found.getFirst().approximation()).isEqualTo(approximation);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023年12月31日",
                "第3批",
                "国办发〔2021〕12号",
                "1、强化管理。2、完善制度。",
                "20个工作日内答复",
                "26个领域",
                "6大类",
                "五公开",
                "三审三校",
                "统一部署",
                "12345热线",
                "《2023年部门预算》",
                "slyz5167302",
                "2022-01-19",
                "www.a123.gov.cn",
                "二〇二三",
                "3-5",
                "万一",
                "邮编100000",
                "存储卡4k",
                "编号2e5"
            })
    void countsNothingInNamesDatesAndLabels(String text) {
        assertThat(LEXER.quantities(text)).noneMatch(Quantity::counts);
    }

    @ParameterizedTest
    @CsvSource({"占比三成, 30, NOT_COUNTED", "约七成五, 75, NOT_COUNTED", "占12.5%, 12.5, PERCENT"})
    void readsSharesInPercent(String text, BigDecimal value, Kind kind) {
        Quantity share = LEXER.quantities(text).getFirst();
        assertThat(share.kind()).isEqualTo(kind);
        assertThat(share.value()).isEqualByComparingTo(value);
        assertThat(share.end()).isEqualTo(text.length());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            分别为3、5、47条 | 3 5 47
            各6、4、9期    | 6 4 9
            """)
    void sharesTheUnitOfTheLastNumberInARow(String text, String values) {
        List<Quantity> found = LEXER.quantities(text);
        assertThat(found)
                .extracting(quantity -> quantity.value().toPlainString())
                .containsExactly(values.split(" "));
        assertThat(found).extracting(Quantity::unit).containsOnly(text.substring(text.length() - 1));
    }
}
