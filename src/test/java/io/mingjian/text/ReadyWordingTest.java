package io.mingjian.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadyWordingTest {
    private static final String CHARACTERS = "政府信息公开工作年度报告申请受理结果0123()本年";

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 63, 64, 65, 119, 120, 121, 200})
    void isAsAlikeAsTheSlowerWayFindsWhateverTheLength(int length) {
        Random random = new Random(length);
        for (int i = 0; i < 300; i++) {
            String wording = words(random, length);
            String words = i % 2 == 0 ? words(random, 1 + random.nextInt(200)) : changed(random, wording);
            double alike = Similarity.of(words, wording);
            assertThat(likeness(wording, words, 0)).isEqualTo(alike);
            assertThat(likeness(wording, words, alike)).isEqualTo(alike);
        }
    }

    @Test
    void nothingIsLikeNoWords() {
        assertThat(likeness("", "公开", 0)).isZero();
        assertThat(likeness("公开", "", 0)).isZero();
    }

    @Test
    void whatCannotReachTheLeastIsNotCompared() {
        assertThat(likeness("主动公开政府信息情况", "主动公开工作情况", 0.6)).isBetween(0.6, 0.8);
        assertThat(likeness("主动公开政府信息情况", "存在的问题", 0.6)).isZero();
    }

    private static double likeness(String wording, String words, double least) {
        return new ReadyWording(wording).likeness(words, ReadyWording.kinds(words), least);
    }

    private static String words(Random random, int length) {
        StringBuilder words = new StringBuilder();
        while (words.length() < length) {
            words.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return words.toString();
    }

    private static String changed(Random random, String wording) {
        StringBuilder changed = new StringBuilder(wording);
        for (int i = 0; i < 3; i++) {
            changed.setCharAt(random.nextInt(changed.length()), CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return changed.toString();
    }
}
