package io.mingjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            三季度公开一千零五条，1/2为公文 | 三 一千零五 1/2
            按1 1/2倍计               | 1 1/2
            陆地上有陆拾人             | 陆拾
            1/2/3                  | 1 2 3
            3/0                    | 3 0
            """)
    void findsEachNumberOnce(String text, String numbers) {
        List<Numeral> found = Numerals.in(text);
        String joined = String.join(
                " ",
                found.stream()
                        .map(numeral -> text.substring(
                                numeral.span().start(), numeral.span().end()))
                        .toList());
        assertThat(joined).isEqualTo(numbers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"统一部署", "四川", "A202107", "见https://example.org/30%25/7", "收拾队伍", ""})
    void findsNoneInWordsCodesAndAddresses(String text) {
        assertThat(Numerals.in(text)).isEmpty();
    }

    @Test
    void keepsPlacesOfTheTextGiven() {
        assertThat(Numerals.in("共１２，３４５件").getFirst().span()).isEqualTo(new Span(1, 7));
    }
}
