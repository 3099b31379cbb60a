package io.mingjian.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.generation.Mangling;
import io.mingjian.generation.PaperWriter;
import io.mingjian.tables.MangledRound.Outcome;
import io.mingjian.tables.MangledRound.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of the forms, damaged in every way that reports show and brought into every physical form, are read back
/// cell by cell. A failure tells the seed; `-Dtest.seed=…` repeats it.
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
    /// What else is wrong with the table may cost all of it: the sums that prove the place of rows, the labels
    /// that sentences are known by.
    private static final Set<Mangling> WHOLE = EnumSet.of(Mangling.LABELS_LOST, Mangling.SENTENCES);
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
        combined(SEED + 10_000, 3_000);
    }

    /// One to three manglings at once may cost cells. What is stated wrong must say that it is doubtful, but for
    /// one in a thousand cells, and in the forms that keep cells nearly all of them must be right.
    private void combined(long first, int rounds) throws IOException {
        int cells = 0;
        int kept = 0;
        int right = 0;
        List<String> trusted = new ArrayList<>();
        for (long seed = first; seed < first + rounds; seed++) {
            Setting setting = Setting.draw(seed, List.of(PaperWriter.values()));
            Outcome outcome = round.play(setting);
            cells += outcome.cells();
            if (setting.writer().keepsCells() && setting.manglings().stream().noneMatch(WHOLE::contains)) {
                kept += outcome.cells();
                right += outcome.right();
            }
            outcome.trusted().forEach(each -> trusted.add(setting + ": " + each));
        }
        assertThat(trusted).as(String.join("\n", trusted)).hasSizeLessThanOrEqualTo(cells / 1000);
        assertThat((double) right / kept).as("-Dtest.seed=" + first).isGreaterThan(0.995);
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
