package io.mingjian.tables;

import io.mingjian.generation.Mangling;
import io.mingjian.generation.PaperWriter;
import io.mingjian.tables.MangledRound.Outcome;
import io.mingjian.tables.MangledRound.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Prints what share of the cells of mangled tables is read right from each physical form, what is read wrong, and
/// what of that nothing warns of.
///
/// `java … io.mingjian.tables.MangledShares [SEED] [ROUNDS] [FORM]`; with a form, a line for each mangling.
final class MangledShares {
    private MangledShares() {}

    /// Cells, those right, those stated wrong, and those of them that are trusted.
    private record Count(int cells, int right, int wrong, int trusted) {
        Count and(Outcome outcome) {
            return new Count(
                    cells + outcome.cells(),
                    right + outcome.right(),
                    wrong + outcome.wrong().size(),
                    trusted + outcome.trusted().size());
        }

        String line(Object of) {
            return String.format(
                    Locale.ROOT, "| %s | %d | %.2f %% | %d | %d |", of, cells, 100.0 * right / cells, wrong, trusted);
        }
    }

    public static void main(String... arguments) throws IOException {
        long seed = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        Path folder = Files.createTempDirectory("mangled");
        MangledRound round = new MangledRound(new TableFigures(), folder);
        System.out.println("| of | cells | right | wrong | trusted |\n| --- | ---: | ---: | ---: | ---: |");
        if (arguments.length > 2) {
            PaperWriter writer = PaperWriter.valueOf(arguments[2]);
            for (Mangling mangling : Mangling.values()) {
                System.out.println(
                        count(round, seed, rounds, List.of(mangling), writer).line(mangling));
            }
            return;
        }
        for (PaperWriter writer : PaperWriter.values()) {
            System.out.println(count(round, seed, rounds, List.of(Mangling.values()), writer)
                    .line(writer));
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private static Count count(MangledRound round, long seed, int rounds, List<Mangling> manglings, PaperWriter writer)
            throws IOException {
        Count count = new Count(0, 0, 0, 0);
        for (Mangling mangling : manglings) {
            for (int i = 0; i < rounds; i++) {
                count = count.and(round.play(new Setting(seed + i, EnumSet.of(mangling), writer)));
            }
        }
        return count;
    }
}
