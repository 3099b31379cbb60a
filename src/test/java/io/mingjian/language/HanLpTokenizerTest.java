package io.mingjian.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HanLpTokenizerTest {
    private static final Tokenizer TOKENIZER = new HanLpTokenizer(List.of("微信公众号 n 1000", "办结率 n"));

    @Test
    void keepsTheWordsOfTheLexiconWhole() {
        assertThat(surfaces(TOKENIZER, "微信公众号推送信息，办结率100%。")).contains("微信公众号", "办结率", "信息");
    }

    @Test
    void doesNotSeeTheWordsOfAnotherLexicon() {
        assertThat(surfaces(new HanLpTokenizer(List.of()), "微信公众号")).doesNotContain("微信公众号");
    }

    @Test
    void placesEveryWordWhereItStands() {
        Random random = new Random(7);
        String alphabet = "政府信息公开 \n\t，。１2aＢ公众号𠮷鎮";
        for (int round = 0; round < 200; round++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(1500), 0, alphabet.length()).forEach(i -> text.append(alphabet.charAt(i)));
            int end = 100;
            for (Word word : TOKENIZER.words(text.toString(), 100)) {
                assertThat(word.span().start()).isGreaterThanOrEqualTo(end);
                assertThat(text.substring(word.span().start() - 100, word.span().end() - 100))
                        .isEqualTo(word.surface());
                end = word.span().end();
            }
        }
    }

    @Test
    void answersTheSameFromManyThreads() {
        String text = "全年通过政府网站公开信息210条，微信公众号推送98篇。".repeat(40);
        List<Word> alone = TOKENIZER.words(text, 0);
        assertThat(IntStream.range(0, 32).parallel().mapToObj(i -> TOKENIZER.words(text, 0)))
                .allMatch(alone::equals);
    }

    private static List<String> surfaces(Tokenizer tokenizer, String text) {
        return tokenizer.words(text, 0).stream().map(Word::surface).toList();
    }
}
