package io.mingjian.evaluation.generator;

import io.mingjian.evaluation.GoldWriter;
import io.mingjian.model.Form;
import io.mingjian.model.ReportModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/// Writes reports of invented units beside their gold: six years of one unit after the other, each in a physical form
/// that is drawn. The same model, seed and count give the same bytes.
public final class ReportGenerator {
    private static final int FIRST_YEAR = 2019;
    private static final int YEARS = 6;

    private final ReportModel model;
    private final Phrases phrases = Phrases.read();
    private final RandomGenerator random;

    public ReportGenerator(ReportModel model, long seed) {
        this.model = model;
        this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /// Writes so many reports into the folder, which is made where it is missing.
    public void write(int count, Path folder) throws IOException {
        Files.createDirectories(folder);
        String organization = "";
        Figures before = null;
        for (int i = 0; i < count; i++) {
            if (i % YEARS == 0) {
                organization = one(phrases.places()) + one(phrases.units());
                before = null;
            }
            before = write(folder, i, organization, FIRST_YEAR + i % YEARS, before);
        }
    }

    private Figures write(Path folder, int number, String organization, int year, @Nullable Figures before)
            throws IOException {
        Form form = model.forms().stream()
                .filter(one -> one.fromYear() <= year && year <= one.toYear())
                .findFirst()
                .orElseThrow();
        Figures figures = Figures.draw(form, before, random);
        Draft draft = new Drafting(model, phrases, random).draft(organization, year, form, figures);
        Layout layout = one(List.of(Layout.values()));
        String name = String.format(Locale.ROOT, "g%05d_%d.%s", number + 1, year, layout.ending());
        Files.write(folder.resolve(name), layout.write(draft));
        GoldWriter.write(
                folder.resolve(name + ".gold.json"),
                draft.organization(),
                draft.year(),
                draft.form(),
                draft.sections(),
                draft.cells(),
                draft.facts());
        return figures;
    }

    private <T> T one(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
