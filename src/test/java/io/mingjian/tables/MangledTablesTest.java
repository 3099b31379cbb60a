package io.mingjian.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.generation.Mangling;
import io.mingjian.generation.PaperWriter;
import io.mingjian.tables.MangledRound.Outcome;
import io.mingjian.tables.MangledRound.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of the forms, damaged in every way that reports show and brought into every physical form, are read
/// back cell by cell. A failure tells the seed; `-Dtest.seed=…` repeats it.
class MangledTablesTest {
    private static final long SEED = Long.getLong("test.seed", 1);

    private static final int TWO_ROWS = 14;

    /// Where only blanks or lines part the cells, one that is empty cannot be told.
    private static final Set<Mangling> TRACELESS = EnumSet.of(Mangling.BLANKS, Mangling.MARKS, Mangling.TOTALS_ONLY);
    /// What stands between glued digits and is no digit, or moves the total among them, costs whole rows; so do
    /// rows that nothing tells apart.
    private static final Set<Mangling> UNCUT = EnumSet.of(
            Mangling.LABELS_LOST,
            Mangling.BLANKS,
            Mangling.MARKS,
            Mangling.TOTALS_ONLY,
            Mangling.PADDED,
            Mangling.COLUMNS_MOVED,
            Mangling.PAGE_NUMBERS);
    /// In forms that keep cells, the least share of cells that is read right whatever else is wrong with the
    /// table: 86 and 97 % were measured in 3,000 rounds. What else is wrong may cost all of a table without
    /// labels, of which the sums must prove the place of rows, and of sentences, which are known by their labels.
    private static final Map<Mangling, Double> LEAST = Map.of(Mangling.LABELS_LOST, 0.8, Mangling.SENTENCES, 0.95);
    /// The same for all others.
    private static final double LEAST_OF_OTHERS = 0.995;
    /// Together they leave nothing that tells the columns of a table without sums.
    private static final Set<Mangling> UNTELLABLE = EnumSet.of(Mangling.COLUMNS_MOVED, Mangling.HEAD_MISSING);
    /// The least share of cells that is read right of glued rows where whole rows are lost, below what was measured
    /// in three rounds: 12, 74, 66, 96, 76, 96 and 97 %.
    private static final Map<Mangling, Double> LEAST_GLUED = Map.of(
            Mangling.LABELS_LOST, 0.1,
            Mangling.BLANKS, 0.6,
            Mangling.MARKS, 0.55,
            Mangling.TOTALS_ONLY, 0.9,
            Mangling.PADDED, 0.65,
            Mangling.COLUMNS_MOVED, 0.9,
            Mangling.PAGE_NUMBERS, 0.9);
    /// Nothing parts the digits.
    private static final Set<PaperWriter> GLUED = EnumSet.of(PaperWriter.GLUED, PaperWriter.UNDELIMITED);

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private MangledRound round;

    @BeforeEach
    void open() throws IOException {
        round = new MangledRound(new TableFigures(), folder);
    }

    @Test
    void everyManglingIsReadBackFromSomeForms() throws IOException {
        List<PaperWriter> writers = List.of(PaperWriter.values());
        int writer = 0;
        for (Mangling mangling : Mangling.values()) {
            for (int i = 0; i < 2; i++) {
                check(SEED, mangling, writers.get(writer++ % writers.size()));
            }
        }
    }

    @Tag("slow")
    @Test
    void everyManglingIsReadBackFromEveryForm() throws IOException {
        List<String> failures = new ArrayList<>();
        Map<Mangling, Share> glued = new EnumMap<>(Mangling.class);
        for (Mangling mangling : Mangling.values()) {
            for (PaperWriter writer : PaperWriter.values()) {
                for (int i = 0; i < Integer.getInteger("test.rounds", 3); i++) {
                    long seed = SEED + i;
                    try {
                        Outcome outcome = check(seed, mangling, writer);
                        if (writer == PaperWriter.GLUED) {
                            glued.computeIfAbsent(mangling, one -> new Share()).add(outcome);
                        }
                    } catch (AssertionError e) {
                        failures.add(e.getMessage());
                    }
                }
            }
        }
        assertThat(failures).as(String.join("\n", failures)).isEmpty();
        LEAST_GLUED.forEach((mangling, least) -> assertThat(
                        Objects.requireNonNull(glued.get(mangling)).right())
                .as(mangling + " without anything between")
                .isGreaterThan(least));
    }

    @Test
    void combinedManglingsAreNotTrustedWhereTheyAreReadWrong() throws IOException {
        combined(SEED, 60, 0);
    }

    @Tag("slow")
    @Test
    void manyCombinedManglingsAreNotTrustedWhereTheyAreReadWrong() throws IOException {
        // Measured: 116 of 597,000 cells, where damaged heads tell the other form and where a line without a head
        // is read with its values first.
        combined(SEED + 10_000, 3_000, 200)
                .forEach((mangling, share) ->
                        assertThat(share.right()).as(mangling + " and others").isGreaterThan(LEAST.get(mangling)));
    }

    /// One to three manglings at once may cost cells; what is stated wrong must say that it is doubtful, unless
    /// nothing could tell. In the forms that keep cells nearly all of them must be right.
    ///
    /// @param most how many cells may be read wrong and not say so
    /// @return what became of the cells of tables with one of these manglings, in forms that keep cells
    private Map<Mangling, Share> combined(long first, int rounds, int most) throws IOException {
        Share others = new Share();
        Map<Mangling, Share> shares = new EnumMap<>(Mangling.class);
        LEAST.keySet().forEach(mangling -> shares.put(mangling, new Share()));
        List<String> trusted = new ArrayList<>();
        for (long seed = first; seed < first + rounds; seed++) {
            Setting setting = Setting.draw(seed, List.of(PaperWriter.values()));
            Outcome outcome = round.play(setting);
            if (!setting.manglings().containsAll(UNTELLABLE)) {
                outcome.trusted().forEach(each -> trusted.add(setting + ": " + each));
            }
            if (setting.writer().keepsCells()) {
                setting.manglings().stream()
                        .filter(LEAST::containsKey)
                        .findFirst()
                        .map(mangling -> Objects.requireNonNull(shares.get(mangling)))
                        .orElse(others)
                        .add(outcome);
            }
        }
        assertThat(trusted).as(String.join("\n", trusted)).hasSizeLessThanOrEqualTo(most);
        assertThat(others.right()).as("-Dtest.seed=" + first).isGreaterThan(LEAST_OF_OTHERS);
        return shares;
    }

    /// How many cells of many were read right.
    private static final class Share {
        private int cells;
        private int right;

        void add(Outcome outcome) {
            cells += outcome.cells();
            right += outcome.right();
        }

        double right() {
            return (double) right / cells;
        }
    }

    /// Where cells are kept, nothing is read wrong and hardly any missed. In text, what is read wrong says that
    /// it is doubtful, and most is read.
    private Outcome check(long seed, Mangling mangling, PaperWriter writer) throws IOException {
        Setting setting = new Setting(seed, EnumSet.of(mangling), writer);
        Outcome outcome = round.play(setting);
        List<String> wrong = writer.keepsCells() ? outcome.wrong() : outcome.trusted();
        assertThat(wrong).as(setting.toString()).isEmpty();
        assertThat(outcome.missed())
                .as(setting.toString())
                .hasSizeLessThanOrEqualTo(tolerated(outcome.cells(), mangling, writer));
        return outcome;
    }

    private static int tolerated(int cells, Mangling mangling, PaperWriter writer) {
        if (GLUED.contains(writer)) {
            return UNCUT.contains(mangling) ? cells : cells / 4;
        }
        if (writer.keepsCells()) {
            return TWO_ROWS; // a label in pieces may be lost, with its row
        }
        if (TRACELESS.contains(mangling)) {
            return cells;
        }
        return cells / 4;
    }
}
