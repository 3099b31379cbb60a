package io.mingjian.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotesTest {
    @Test
    void whiteSpaceIsWhatPythonTakesForIt() {
        String spaces =
                "\t\n\u000B\f\r\u001C\u001D\u001E\u001F \u0085\u00A0\u1680\u2000\u200A\u2028\u2029\u202F\u205F\u3000";
        assertThat(Quotes.squash("共" + spaces + "3" + spaces + "条")).isEqualTo("共3条");
    }

    @Test
    void invisibleCharactersThatPythonKeepsAreKept() {
        assertThat(Quotes.squash("共\u200B3\uFEFF条")).isEqualTo("共\u200B3\uFEFF条");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            共公开信息128条,  公开信息 128 条,          true
            128,             共公开信息128条,          true
            全年公开信息128,   公开信息128条，较完整,      true
            收到申请3件,       答复申请3件,             false
            ab𠮷𠮷𠮷cd,       xb𠮷𠮷𠮷cy,              false
            ab𠮷𠮷𠮷𠮷cd,     xb𠮷𠮷𠮷𠮷cy,            true
            '',              共公开信息,               false
            """)
    void quotesOverlapWhereOneHoldsTheOtherOrSixCodePointsAreShared(String a, String b, boolean overlap) {
        assertThat(Quotes.overlap(a, b)).isEqualTo(overlap);
        assertThat(Quotes.overlap(b, a)).isEqualTo(overlap);
    }

    @Test
    void shortQuotesMustShareAllOfTheShorterOne() {
        assertThat(Quotes.overlap("收3件", "答3件")).isFalse();
        assertThat(Quotes.overlap("3件", "答3件")).isTrue();
    }
}
