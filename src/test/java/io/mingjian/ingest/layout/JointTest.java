package io.mingjian.ingest.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JointTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            发布4           | 0篇      | 发布40篇
            共1,            | 234件    | 共1,234件
            共1             | .5万     | 共1.5万
            占30            | %        | 占30%
            2022-           | 2023年   | 2022-2023年
            网址www.gov.c   | n/a      | 网址www.gov.cn/a
            信箱a@b.        | cn       | 信箱a@b.cn
            公开“           | 12345”   | 公开“12345”
            年报            | 2023     | 年报2023
            Internet        | Explorer | Internet Explorer
            WPS             | 2019     | WPS 2019
            """)
    void linesCutWhereNoRoomIsLeftAreJoinedWithoutABlankInTheirNumbers(String before, String after, String joined) {
        assertThat(Joint.of(before, true, after)).isEqualTo(joined);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12   | 34   | 12 34
            规章 | 34   | 规章34
            12   | 件   | 12件
            """)
    void numbersOnLinesOfTheirOwnStayApart(String before, String after, String joined) {
        assertThat(Joint.of(before, false, after)).isEqualTo(joined);
    }
}
