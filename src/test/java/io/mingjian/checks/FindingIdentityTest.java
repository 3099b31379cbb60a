package io.mingjian.checks;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.Cores;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import io.mingjian.model.rule.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A finding is the same finding as long as rule, place and values are.
class FindingIdentityTest {
    private static final Path RULES = Path.of("src/test/resources/rules");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    private Extraction extract(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), text);
        return Cores.EXTRACTOR.extract(new Upload("report.txt", null, file));
    }

    private static List<String> fingerprints(Extraction extraction) {
        return extraction.findings().stream().map(Finding::fingerprint).toList();
    }

    private static String broken() throws IOException {
        return Files.readString(RULES.resolve("applications.balance.fires.txt"));
    }

    @Test
    void anEditElsewhereKeepsTheFingerprint() throws IOException {
        List<String> before = fingerprints(extract(broken()));
        String edited = broken().replace("一、总体情况\n", "一、总体情况\n我局重视公开工作，组织学习条例。\n");
        assertThat(before).isNotEmpty();
        assertThat(edited).isNotEqualTo(broken());
        assertThat(fingerprints(extract(edited))).isEqualTo(before);
    }

    @Test
    void anotherValueIsAnotherFinding() throws IOException {
        String text = Files.readString(RULES.resolve("prose.contradicts-table.fires.txt"));
        List<String> before = fingerprints(extract(text));
        assertThat(fingerprints(extract(text.replace("申请31件", "申请41件")))).doesNotContainAnyElementsOf(before);
    }

    @Test
    void aWaiverHoldsForItsUnitAndYearOnly() throws IOException {
        Extraction extraction = extract(broken());
        String fingerprint = fingerprints(extraction).getFirst();
        for (int year : new int[] {2022, 2023}) {
            Waiver waiver = new Waiver(fingerprint, "柳溪县水务局", year, "王某", LocalDate.EPOCH, "已说明");
            List<Outcome> outcomes = Cores.EXTRACTOR
                    .recheck(extraction, Comparison.NONE, List.of(waiver))
                    .outcomes();
            assertThat(outcomes.stream().filter(Outcome.Waived.class::isInstance))
                    .hasSize(year == 2023 ? 1 : 0);
            assertThat(outcomes).hasSameSizeAs(extraction.outcomes());
        }
    }

    @Test
    void everyRuleHasAnOutcomeInEveryReport() throws IOException {
        assertThat(extract("一段文字，没有标题。").outcomes())
                .extracting(Outcome::rule)
                .containsAll(Cores.MODEL.rules().stream().map(Rule::id).toList());
    }
}
