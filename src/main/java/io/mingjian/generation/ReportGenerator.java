package io.mingjian.generation;

import io.mingjian.evaluation.GoldWriter;
import io.mingjian.model.Form;
import io.mingjian.model.ReportModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// Writes reports of invented units beside their gold: the years of one unit after the other, each in a physical
/// form that is drawn. The same model, seed, share of errors and count give the same bytes.
public final class ReportGenerator {
    private static final int LAST_YEAR = 2024;
    /// Reports have had their statutory tables for so many years.
    public static final int USUAL_YEARS = 6;
    /// Reports have been due for so many; those before the tables have a statistics table instead.
    public static final int MOST_YEARS = 17;

    /// What clerks do to a table and still leave its form: every third report has one of them.
    private static final List<Mangling> HABITS = List.of(
            Mangling.BLANKS, Mangling.MARKS, Mangling.UNITS, Mangling.NOTES, Mangling.TYPOS, Mangling.OTHER_WORDS);

    private final ReportModel model;
    private final Phrases phrases = Phrases.read();
    private final EarlierReports earlier = EarlierReports.read();
    private final Units units = new Units(phrases.names());
    private final SeededErrors errors;
    private final List<PaperWriter> forms;
    private final RandomGenerator random;

    /// @param errors the share of reports whose figures break a rule, 0..1
    /// @param forms  the physical forms that are drawn from
    public ReportGenerator(ReportModel model, long seed, double errors, List<PaperWriter> forms) {
        if (forms.isEmpty()) {
            throw new IllegalArgumentException("no physical form to write");
        }
        this.model = model;
        this.forms = List.copyOf(forms);
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        this.errors = new SeededErrors(errors, random);
    }

    /// Writes so many reports into the folder, which is made where it is missing: all years of one unit, then of
    /// the next.
    public void write(int count, Path folder) throws IOException {
        write(count, USUAL_YEARS, folder);
    }

    /// Writes so many reports, each unit's of the last `years` years.
    ///
    /// @param years from 1 to [#MOST_YEARS]
    public void write(int count, int years, Path folder) throws IOException {
        if (years < 1 || years > MOST_YEARS) {
            throw new IllegalArgumentException("from 1 to " + MOST_YEARS + " years: " + years);
        }
        Files.createDirectories(folder);
        int firstUnit = random.nextInt(units.count());
        Figures before = null;
        for (int i = 0; i < count; i++) {
            int year = LAST_YEAR - years + 1 + i % years;
            before = write(folder, i, units.name(firstUnit + i / years), year, i % years == 0 ? null : before);
        }
    }

    private @Nullable Figures write(Path folder, int number, String organization, int year, @Nullable Figures before)
            throws IOException {
        Form form = model.forms().stream()
                .filter(one -> one.fromYear() <= year && year <= one.toYear())
                .findFirst()
                .orElseThrow();
        if (form.tables().isEmpty()) {
            PaperWriter writer = one(forms);
            write(
                    folder,
                    number,
                    year,
                    writer,
                    new EarlierDrafting(earlier, phrases, writer.keepsCells(), random)
                            .draft(organization, year, form.id()));
            return before;
        }
        Figures figures = Figures.draw(form, before, random);
        SeededErrors.Seeded seeded = errors.seed(figures);
        PaperWriter writer = one(forms);
        Mangler mangler = new Mangler(habits(writer, seeded.rule() == null), random, phrases.slips());
        Draft draft = new Drafting(model, phrases, mangler, random)
                .draft(organization, year, form, seeded.figures(), seeded.rule());
        write(folder, number, year, writer, draft);
        return figures;
    }

    private static void write(Path folder, int number, int year, PaperWriter writer, Draft draft) throws IOException {
        String name = String.format(Locale.ROOT, "g%05d_%d.%s", number + 1, year, writer.extension());
        Files.write(folder.resolve(name), writer.write(draft.paper()));
        GoldWriter.write(folder.resolve(name + ".gold.json"), draft.gold());
    }

    /// Where nothing parts the cells, what is blank leaves no trace. A blank is no nought: it would also leave
    /// open whether the sum it stands in is wrong.
    private Set<Mangling> habits(PaperWriter writer, boolean consistent) {
        if (random.nextInt(3) > 0) {
            return Set.of();
        }
        EnumSet<Mangling> habits = EnumSet.of(one(HABITS));
        if (!consistent) {
            habits.removeAll(EnumSet.of(Mangling.BLANKS, Mangling.MARKS));
        }
        if (!writer.keepsCells()) {
            habits.removeAll(EnumSet.of(Mangling.BLANKS, Mangling.MARKS, Mangling.UNITS, Mangling.NOTES));
        }
        return habits;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
