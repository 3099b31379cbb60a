package io.mingjian.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            examples.add(new Example(List.of("fur", "barks", "seen " + i), "dog"));
            examples.add(new Example(List.of("fur", "purrs", "seen " + i), "cat"));
            examples.add(new Example(List.of("feathers", "seen " + i), "bird"));
        }
        return examples;
    }

    private static final Classifier ANIMALS = Trainer.train(examples());

    @Test
    void learnsWhatTellsThingsApart() {
        assertThat(ANIMALS.guess(List.of("fur", "purrs"), label -> true).label())
                .isEqualTo("cat");
        assertThat(ANIMALS.guess(List.of("fur", "barks"), label -> true).label())
                .isEqualTo("dog");
        assertThat(ANIMALS.guess(List.of("feathers"), label -> true).probability())
                .isGreaterThan(0.8);
    }

    @Test
    void isNotSureOfWhatItKnowsHalf() {
        assertThat(ANIMALS.guess(List.of("fur"), label -> true).probability()).isBetween(0.3, 0.7);
        assertThat(ANIMALS.guess(List.of("never seen"), label -> true).probability())
                .isBetween(0.3, 0.4);
    }

    @Test
    void givesAnImpossibleLabelNoOthersShare() {
        Guess guess = ANIMALS.guess(List.of("fur", "purrs"), label -> !label.equals("cat"));
        assertThat(guess.label()).isEqualTo("dog");
        assertThat(guess.probability()).isLessThan(0.2);
    }

    @Test
    void learnsTheSameFromTheSame() {
        assertThat(Trainer.train(examples())).isEqualTo(ANIMALS);
    }

    @Test
    void leavesOutWhatWasSeenOnce() {
        List<Example> examples = new ArrayList<>(examples());
        examples.add(new Example(List.of("fur", "three legs"), "dog"));
        assertThat(Trainer.train(examples).weights()).containsKey("barks").doesNotContainKey("three legs");
    }

    @Test
    void tellsWhatSpokeForALabel() {
        assertThat(ANIMALS.strongest(List.of("fur", "purrs"), "cat", 3).getFirst())
                .isEqualTo("purrs");
        assertThat(ANIMALS.strongest(List.of("fur", "purrs"), "cat", 1)).hasSize(1);
        assertThat(ANIMALS.strongest(List.of("feathers"), "cat", 3)).isEmpty();
    }

    @Test
    void refusesWhatTellsNothingApart() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.train(List.of(new Example(List.of("fur"), "dog"))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Classifier(List.of("cat", "dog"), Map.of("fur", List.of(new Weight(2, 10)))));
        assertThatIllegalArgumentException().isThrownBy(() -> ANIMALS.guess(List.of("fur"), label -> false));
    }
}
