package io.mingjian.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Fixtures;
import io.mingjian.model.TableKind;
import io.mingjian.tables.Vocabulary.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private final TableKind table = Fixtures.MODEL.forms().getFirst().tables().get(1);
    private final Vocabulary vocabulary = new Vocabulary(List.of(table));
    private final String label =
            PieceReader.bare(table.rows().getFirst().label().wording());

    @Test
    void keepsHowLabelsFitAndNothingElse() {
        assertThat(vocabulary.fits(new Words(label, label))).isSameAs(vocabulary.fits(new Words(label, label)));
        Words prose = new Words("全镇干部", "全镇干部");
        assertThat(vocabulary.fits(prose)).isNotSameAs(vocabulary.fits(prose)).containsExactly(vocabulary.fits(prose));
    }

    @Test
    void keepsNoWordsThatAreLongerThanLabels() {
        Words longest = new Words(label, "长".repeat(Vocabulary.LONGEST));
        Words longer = new Words(label, "长".repeat(Vocabulary.LONGEST + 1));
        assertThat(vocabulary.fits(longest)).isSameAs(vocabulary.fits(longest));
        assertThat(vocabulary.fits(longer))
                .isNotSameAs(vocabulary.fits(longer))
                .containsExactly(vocabulary.fits(longer));
    }

    @Test
    void keepsNoMoreThanFormsPrint() {
        for (int i = 0; i < Vocabulary.MOST; i++) {
            vocabulary.fits(new Words(label, String.valueOf(i)));
        }
        Words last = new Words(label, String.valueOf(Vocabulary.MOST - 1));
        Words oneMore = new Words(label, String.valueOf(Vocabulary.MOST));
        assertThat(vocabulary.fits(last)).isSameAs(vocabulary.fits(last));
        assertThat(vocabulary.fits(oneMore)).isNotSameAs(vocabulary.fits(oneMore));
    }
}
