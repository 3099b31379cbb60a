package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.checks.Comparison;
import io.mingjian.checks.Outcome;
import io.mingjian.checks.Outcome.Reason;
import io.mingjian.checks.Report;
import io.mingjian.checks.Severity;
import io.mingjian.evaluation.Corpus;
import io.mingjian.evaluation.GoldReport;
import io.mingjian.extract.Extraction;
import io.mingjian.generation.PaperWriter;
import io.mingjian.generation.ReportGenerator;
import io.mingjian.ingest.Upload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the rules make of invented reports in every physical form, each beside its unit's report of the year
/// before: nobody who did nothing wrong is accused, and every seeded error is raised or said to be beyond judging.
class GeneratedChecksTest {
    private static final double WITH_ERRORS = 0.5;

    /// A cell that would tell may be left blank.
    private static final Set<Reason> BEYOND_JUDGING = Set.of(Reason.CELL_BLANK, Reason.CELL_ABSENT);

    private static final double MOST = 0.8;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private final Tally parted = new Tally();

    @Test
    void nobodyIsAccusedAndEveryErrorIsRaised() throws IOException {
        look(Long.getLong("test.seed", 31), 40);
        assertThat(parted.share()).as("raised of %s", parted).isGreaterThan(MOST);
    }

    @Tag("slow")
    @Test
    void ofManyReportsNobodyIsAccusedAndEveryErrorIsRaised() throws IOException {
        long seed = Long.getLong("test.seed", 2_026);
        for (int i = 0; i < 3; i++) {
            look(seed + i, 300);
        }
        assertThat(parted.share()).as("raised of %s", parted).isGreaterThan(MOST);
    }

    private void look(long seed, int count) throws IOException {
        Path reports = folder.resolve(String.valueOf(seed));
        new ReportGenerator(Cores.MODEL, seed, WITH_ERRORS, List.of(PaperWriter.values())).write(count, reports);
        List<String> wrong = new ArrayList<>();
        Judged before = null;
        for (Corpus.Case each : Corpus.read(List.of(reports)).cases()) {
            Judged now = judge((Corpus.DocumentCase) each, before);
            if (now.partsFigures()) {
                parted.add(now);
            }
            wrong.addAll(now.wrong());
            before = now;
        }
        assertThat(wrong).as("-Dtest.seed=" + seed).isEmpty();
    }

    /// Seeded errors, and those of them that were raised.
    private static final class Tally {
        private int seeded;
        private long raised;

        void add(Judged judged) {
            seeded += judged.rules().size();
            raised += judged.raised();
        }

        double share() {
            return (double) raised / seeded;
        }

        @Override
        public String toString() {
            return raised + " of " + seeded;
        }
    }

    /// A report and what the rules made of it.
    private record Judged(GoldReport gold, List<String> rules, Report report, List<Outcome> outcomes, String name) {
        long raised() {
            return rules.stream().filter(rule -> severity(rule) != null).count();
        }

        List<String> wrong() {
            List<String> wrong = new ArrayList<>();
            for (Outcome outcome : outcomes) {
                boolean accuses = outcome instanceof Outcome.Violated violated
                        && violated.finding().severity().compareTo(Severity.INCONSISTENCY) <= 0;
                if (accuses && rules.isEmpty()) {
                    wrong.add(name + " is accused: " + outcome);
                }
            }
            rules.stream()
                    .filter(rule -> leavesTraces(name) && severity(rule) == null && !beyondJudging(rule))
                    .forEach(rule -> wrong.add(name + " breaks " + rule + " unseen"));
            return wrong;
        }

        private @Nullable Severity severity(String rule) {
            return Outcome.findings(outcomes).stream()
                    .filter(finding -> finding.rule().equals(rule) && finding.severity() != Severity.INFO)
                    .map(finding -> finding.severity())
                    .findFirst()
                    .orElse(null);
        }

        /// Where nothing parts the figures only the sums can, and where they are broken what is wrong stays
        /// illegible: three of five seeded errors are raised by what the digits come nearest to. Nobody is
        /// accused there either.
        boolean partsFigures() {
            return Stream.of(PaperWriter.GLUED, PaperWriter.UNDELIMITED)
                    .noneMatch(writer -> name.endsWith(writer.extension()));
        }

        /// In some forms the cells of a row are no longer told apart.
        private static boolean leavesTraces(String name) {
            return Stream.of(PaperWriter.values())
                    .filter(writer -> !writer.keepsCells())
                    .noneMatch(writer -> name.endsWith(writer.extension()));
        }

        private boolean beyondJudging(String rule) {
            return outcomes.stream()
                    .anyMatch(outcome -> outcome instanceof Outcome.NotEvaluated open
                            && open.rule().equals(rule)
                            && BEYOND_JUDGING.contains(open.reason()));
        }
    }

    private static Judged judge(Corpus.DocumentCase each, @Nullable Judged before) {
        GoldReport gold = each.gold();
        boolean continues = before != null
                && before.rules().isEmpty()
                && before.gold().organizations().equals(gold.organizations())
                && Integer.parseInt(String.valueOf(before.gold().year())) + 1
                        == Integer.parseInt(String.valueOf(gold.year()));
        Comparison comparison =
                continues ? Comparison.with(Objects.requireNonNull(before).report()) : Comparison.NONE;
        Extraction extraction = Cores.EXTRACTOR.extract(
                new Upload(String.valueOf(each.file().getFileName()), null, each.file()), comparison);
        List<String> rules = gold.expectedRules() == null ? List.of() : gold.expectedRules();
        return new Judged(gold, rules, extraction.report(), extraction.outcomes(), each.name());
    }
}
