package io.mingjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AffixesTest {
    private final Affixes affixes = new Affixes(List.of("总体", "总体情况", "体", "主动公开"));

    @Test
    void theLongestThatBeginsThereIsMeant() {
        assertThat(affixes.startingAt("总体情况", 0)).isEqualTo("总体情况");
        assertThat(affixes.startingAt("一、总体上", 2)).isEqualTo("总体");
        assertThat(affixes.startingAt("一、总体上", 0)).isNull();
        assertThat(affixes.startingAt("主动", 0)).isNull();
        assertThat(affixes.startingAt("总体", 2)).isNull();
    }

    @Test
    void theLongestThatEndsThereIsMeant() {
        assertThat(affixes.endingAt("一、总体上", 4)).isEqualTo("总体");
        assertThat(affixes.endingAt("体", 1)).isEqualTo("体");
        assertThat(affixes.endingAt("总体", 1)).isNull();
        assertThat(affixes.endingAt("总体", 0)).isNull();
    }
}
