package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.checks.Comparison;
import io.mingjian.checks.Finding;
import io.mingjian.checks.Report;
import io.mingjian.checks.Severity;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import io.mingjian.model.rule.Rule;
import io.mingjian.wire.RulesJson;
import io.mingjian.wire.StageView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every rule has one document that breaks it and one that comes close and does not: `rules/<rule>.fires.txt` and
/// `rules/<rule>.silent.txt`, and where it can be broken in several ways, `….fires-<way>.txt` and
/// `….silent-<way>.txt`. Beside them, `.previous.txt` is the unit's report of the year before and `.other.txt`
/// another unit's. A rule without them fails here, and so does a document of no rule.
class RuleCatalogueTest {
    private static final Path RULES = Path.of("src/test/resources/rules");

    @TestFactory
    Stream<DynamicTest> everyRuleFiresWhereItIsBroken() {
        return documents("fires")
                .map(document -> DynamicTest.dynamicTest(
                        document.name(),
                        () -> assertThat(document.findings())
                                .extracting(Finding::rule)
                                .contains(document.rule())));
    }

    @TestFactory
    Stream<DynamicTest> everyRuleIsSilentWhereItHolds() {
        return documents("silent")
                .map(document -> DynamicTest.dynamicTest(
                        document.name(),
                        () -> assertThat(document.findings())
                                .noneMatch(finding -> finding.rule().equals(document.rule())
                                        || finding.severity() == Severity.ERROR)));
    }

    @Test
    void everyRuleHasADocumentThatBreaksItAndOneThatDoesNotAndNoDocumentIsOfNoRule() {
        assertThat(documents("fires")
                        .filter(document -> document.way().equals("fires"))
                        .map(Document::rule))
                .containsExactlyInAnyOrderElementsOf(ids().toList());
        assertThat(documents("silent")
                        .filter(document -> document.way().equals("silent"))
                        .map(Document::rule))
                .containsExactlyInAnyOrderElementsOf(ids().toList());
        assertThat(ids().toList())
                .containsAll(Stream.concat(documents("fires"), documents("silent"))
                        .map(Document::rule)
                        .toList());
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

    /// `<rule>.<way>.txt`, with what may stand beside it.
    private record Document(String rule, String way) {
        String name() {
            return rule + "." + way;
        }

        List<Finding> findings() {
            Extraction extraction = Cores.EXTRACTOR.extract(
                    upload(RULES.resolve(name() + ".txt")),
                    new Comparison(
                            beside("previous").orElse(null),
                            beside("other").stream().toList()));
            assertThat(StageView.of(StageView.Stage.FINDINGS, extraction)).doesNotContain("{", "}");
            return extraction.findings();
        }

        private Optional<Report> beside(String kind) {
            Path file = RULES.resolve(name() + "." + kind + ".txt");
            return Files.exists(file)
                    ? Optional.of(Cores.EXTRACTOR.extract(upload(file)).report())
                    : Optional.empty();
        }
    }

    /// Those of a kind, `fires` or `silent`, in the order of their names.
    private static Stream<Document> documents(String kind) {
        Pattern name = Pattern.compile("(?<rule>.+)\\.(?<way>" + kind + "(-[a-z]+)?)\\.txt");
        try (Stream<Path> files = Files.list(RULES)) {
            return files
                    .map(file -> name.matcher(String.valueOf(file.getFileName())))
                    .filter(Matcher::matches)
                    .map(found -> new Document(found.group("rule"), found.group("way")))
                    .sorted(Comparator.comparing(Document::name))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Upload upload(Path file) {
        return new Upload(String.valueOf(file.getFileName()), null, file);
    }
}
