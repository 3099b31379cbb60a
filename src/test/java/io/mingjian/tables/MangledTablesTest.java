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
    /// table, as measured in 3,000 rounds. What else is wrong may cost all of a table without labels, of
    /// which the sums must prove the place of rows, and of sentences, which are known by their labels.
    private static final Map<Mangling, Double> LEAST = Map.of(Mangling.LABELS_LOST, 0.1, Mangling.SENTENCES, 0.1);
    /// The same for all others.
    private static final double LEAST_OF_OTHERS = 0.995;
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
        for (Mangling mangling : Mangling.values()) {
            for (PaperWriter writer : PaperWriter.values()) {
                for (int i = 0; i < Integer.getInteger("test.rounds", 3); i++) {
                    long seed = SEED + i;
                    try {
                        check(seed, mangling, writer);
                    } catch (AssertionError e) {
                        failures.add(e.getMessage());
                    }
                }
            }
        }
        assertThat(failures).as(String.join("\n", failures)).isEmpty();
    }

    @Test
    void combinedManglingsAreNotTrustedWhereTheyAreReadWrong() throws IOException {
        combined(SEED, 60);
    }

    @Tag("slow")
    @Test
    void manyCombinedManglingsAreNotTrustedWhereTheyAreReadWrong() throws IOException {
        combined(SEED + 10_000, 3_000)
                .forEach((mangling, share) ->
                        assertThat(share.right()).as(mangling + " and others").isGreaterThan(LEAST.get(mangling)));
    }

    /// One to three manglings at once may cost cells; what is stated wrong must say that it is doubtful. In
    /// the forms that keep cells nearly all of them must be right.
    ///
    /// @return what became of the cells of tables with one of these manglings, in forms that keep cells
    private Map<Mangling, Share> combined(long first, int rounds) throws IOException {
        Share others = new Share();
        Map<Mangling, Share> shares = new EnumMap<>(Mangling.class);
        LEAST.keySet().forEach(mangling -> shares.put(mangling, new Share()));
        List<String> trusted = new ArrayList<>();
        for (long seed = first; seed < first + rounds; seed++) {
            Setting setting = Setting.draw(seed, List.of(PaperWriter.values()));
            Outcome outcome = round.play(setting);
            outcome.trusted().forEach(each -> trusted.add(setting + ": " + each));
            if (setting.writer().keepsCells()) {
                setting.manglings().stream()
                        .filter(LEAST::containsKey)
                        .findFirst()
                        .map(mangling -> Objects.requireNonNull(shares.get(mangling)))
                        .orElse(others)
                        .add(outcome);
            }
        }
        assertThat(trusted).as(String.join("\n", trusted)).isEmpty();
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
    private void check(long seed, Mangling mangling, PaperWriter writer) throws IOException {
        Setting setting = new Setting(seed, EnumSet.of(mangling), writer);
        Outcome outcome = round.play(setting);
        // As many digits as columns are one each; with blanks between glued cells nothing speaks against it.
        boolean traceless = GLUED.contains(writer) && TRACELESS.contains(mangling);
        List<String> wrong = writer.keepsCells() ? outcome.wrong() : outcome.trusted();
        assertThat(wrong).as(setting.toString()).hasSizeLessThanOrEqualTo(traceless ? outcome.cells() / 20 : 0);
        assertThat(outcome.missed())
                .as(setting.toString())
                .hasSizeLessThanOrEqualTo(tolerated(outcome.cells(), mangling, writer));
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
