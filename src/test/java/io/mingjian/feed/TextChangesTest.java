package io.mingjian.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.feed.TextChanges.Run;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TextChangesTest {
    @Test
    void marksTheNumberThatChangedAndNothingElse() {
        TextChanges changes = TextChanges.between("2022年，公开信息812条，回应关切3次。", "2022年，公开信息965条，回应关切3次。");
        assertThat(shown(changes.before())).isEqualTo("2022年，公开信息[812]条，回应关切3次。");
        assertThat(shown(changes.after())).isEqualTo("2022年，公开信息[965]条，回应关切3次。");
    }

    @Test
    void tellsSentencesThatCameAndWentAsWholes() {
        TextChanges changes = TextChanges.between("加强领导。举办培训。结束语。", "加强领导。新设公开专栏。结束语。");
        assertThat(shown(changes.before())).isEqualTo("加强领导。[举办培训。]结束语。");
        assertThat(shown(changes.after())).isEqualTo("加强领导。[新设公开专栏。]结束语。");
        assertThat(shown(TextChanges.between("", "全新。").after())).isEqualTo("[全新。]");
        assertThat(shown(TextChanges.between("不再有。", "").before())).isEqualTo("[不再有。]");
    }

    @Test
    void findsNothingInWhatIsTheSame() {
        TextChanges changes = TextChanges.between("一字不改。", "一字不改。");
        assertThat(changes.before()).containsExactly(new Run("一字不改。", false));
        assertThat(changes.after()).isEqualTo(changes.before());
    }

    @Test
    void leavesNoCharacterOutOfAnyText() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(11);
        for (int i = 0; i < 500; i++) {
            String before = text(random);
            String after = text(random);
            TextChanges changes = TextChanges.between(before, after);
            assertThat(joined(changes.before())).isEqualTo(before);
            assertThat(joined(changes.after())).isEqualTo(after);
            assertThat(kept(changes.before())).isEqualTo(kept(changes.after()));
        }
    }

    @Test
    void tellsOneChangeWhereThereIsTooMuchToLookFor() {
        String most = "公开信息若干条，".repeat(8_000);
        assertThat(TextChanges.between(most, most.replaceFirst("公开", "共享")).after())
                .hasSize(2);
        String more = most + "结束。";
        assertThat(TextChanges.between(more, more.replaceFirst("公开", "共享")).after())
                .hasSize(1);
        assertThat(TextChanges.between(more, more).after()).containsExactly(new Run(more, false));
    }

    private static String text(RandomGenerator random) {
        return random.ints(random.nextInt(40), 0, 7)
                .mapToObj(i -> "公开信息，。\n".substring(i, i + 1))
                .collect(Collectors.joining());
    }

    private static String shown(List<Run> runs) {
        return runs.stream()
                .map(run -> run.changed() ? "[" + run.text() + "]" : run.text())
                .collect(Collectors.joining());
    }

    private static String joined(List<Run> runs) {
        return runs.stream().map(Run::text).collect(Collectors.joining());
    }

    private static String kept(List<Run> runs) {
        return runs.stream().filter(run -> !run.changed()).map(Run::text).collect(Collectors.joining());
    }
}
