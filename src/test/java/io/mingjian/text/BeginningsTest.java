package io.mingjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BeginningsTest {
    private final Beginnings beginnings = new Beginnings(List.of("总体", "总体情况", "主动公开"));

    @Test
    void theLongestThatStandsThereIsMeant() {
        assertThat(beginnings.longestAt("总体情况", 0)).isEqualTo(4);
        assertThat(beginnings.longestAt("一、总体上", 2)).isEqualTo(2);
        assertThat(beginnings.longestAt("一、总体上", 0)).isZero();
        assertThat(beginnings.longestAt("主动", 0)).isZero();
        assertThat(beginnings.longestAt("总体", 2)).isZero();
    }
}
