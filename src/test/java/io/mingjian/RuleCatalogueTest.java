package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.checks.Comparison;
import io.mingjian.checks.Finding;
import io.mingjian.checks.Severity;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import io.mingjian.model.rule.Rule;
import io.mingjian.wire.RulesJson;
import io.mingjian.wire.StageView;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every rule has one document that breaks it and one that comes close and does not: `rules/<rule>.fires.txt` and
/// `rules/<rule>.silent.txt`; `.previous.txt` beside them is the unit's report of the year before. A rule without them
/// fails here.
class RuleCatalogueTest {
    private static final Path RULES = Path.of("src/test/resources/rules");

    @TestFactory
    Stream<DynamicTest> everyRuleFiresWhereItIsBroken() {
        return ids().map(id -> DynamicTest.dynamicTest(
                id,
                () -> assertThat(findings(id, "fires"))
                        .extracting(Finding::rule)
                        .contains(id)));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleIsSilentWhereItHolds() {
        return ids().map(id -> DynamicTest.dynamicTest(
                id,
                () -> assertThat(findings(id, "silent"))
                        .noneMatch(finding -> finding.rule().equals(id) || finding.severity() == Severity.ERROR)));
    }

    @Test
    void theReadmeListsTheRules() throws IOException {
        ReadmeTable.holds("rules", catalogue());
    }

    private static String catalogue() {
        StringBuilder table = new StringBuilder("| rule | severity | claim | basis | reports of |\n");
        table.append("| --- | --- | --- | --- | --- |\n");
        for (RulesJson.RuleJson rule : RulesJson.of(Cores.MODEL).rules()) {
            String years = rule.toYear() == 9999 ? rule.fromYear() + "–" : rule.fromYear() + "–" + rule.toYear();
            table.append("| `%s` | %s | %s | %s | %s |\n"
                    .formatted(rule.id(), rule.severity(), rule.title(), rule.basis(), years));
        }
        return table.toString();
    }

    private static Stream<String> ids() {
        return Cores.MODEL.rules().stream().map(Rule::id).distinct();
    }

    private static List<Finding> findings(String id, String kind) {
        Path file = RULES.resolve(id + "." + kind + ".txt");
        assertThat(Files.exists(file)).as("%s has a document that %s", id, kind).isTrue();
        Path previous = RULES.resolve(id + "." + kind + ".previous.txt");
        Comparison comparison = Files.exists(previous)
                ? Comparison.with(Cores.EXTRACTOR.extract(upload(previous)).report())
                : Comparison.NONE;
        Extraction extraction = Cores.EXTRACTOR.extract(upload(file), comparison);
        assertThat(StageView.of(StageView.Stage.FINDINGS, extraction)).doesNotContain("{", "}");
        return extraction.findings();
    }

    private static Upload upload(Path file) {
        return new Upload(String.valueOf(file.getFileName()), null, file);
    }
}
