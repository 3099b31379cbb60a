package io.mingjian.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WordingIndexTest {

    @Test
    void findsWordingsWithinWordings() {
        WordingIndex<String> index = index(List.of("公开", "公开栏", "信息公开", "开栏"));
        assertThat(index.in("信息公开栏").stream().map(WordingIndex.Match::meaning))
                .containsExactly("信息公开", "公开栏", "公开", "开栏");
    }

    @Test
    void findsWhatSearchingForEachFinds() {
        Random random = new Random(3);
        for (int round = 0; round < 100; round++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                words.add(word(random, 1 + random.nextInt(4)));
            }
            List<String> distinct = words.stream().distinct().toList();
            String text = word(random, 60);
            int expected = 0;
            for (String word : distinct) {
                for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
                    expected++;
                }
            }
            List<WordingIndex.Match<String>> found = index(distinct).in(text);
            assertThat(found).hasSize(expected);
            assertThat(found).allMatch(match -> text.startsWith(match.meaning(), match.start()));
        }
    }

    private static String word(Random random, int length) {
        StringBuilder word = new StringBuilder();
        random.ints(length, 0, 3).forEach(i -> word.append("甲乙丙".charAt(i)));
        return word.toString();
    }

    private static WordingIndex<String> index(List<String> words) {
        WordingIndex.Builder<String> builder = new WordingIndex.Builder<>();
        words.forEach(word -> builder.add(word, word));
        return builder.build();
    }
}
