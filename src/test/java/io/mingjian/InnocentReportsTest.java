package io.mingjian;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.checks.Finding;
import io.mingjian.checks.Severity;
import io.mingjian.extract.Extraction;
import io.mingjian.ingest.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What honest reports say in odd ways accuses nobody: neither an error nor a contradiction is told.
class InnocentReportsTest {
    private static final Path REPORT = Path.of("src/test/resources/rules/applications.balance.silent.txt");
    private static final Path PROSE = Path.of("src/test/resources/innocent/prose.txt");
    private static final String OVERVIEW = "一、总体情况\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it
    private Path folder;

    @TestFactory
    Stream<DynamicTest> anHonestOverviewContradictsNothing() throws IOException {
        String report = Files.readString(REPORT);
        int from = report.indexOf(OVERVIEW) + OVERVIEW.length();
        int to = report.indexOf("\n", from);
        return Files.readAllLines(PROSE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> DynamicTest.dynamicTest(
                        line,
                        () -> assertThat(accusations(report.substring(0, from) + line + report.substring(to)))
                                .isEmpty()));
    }

    /// In the tables of the same report.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # how it differs                  | what is replaced       | by
            nothing is left blank             | \\t0(?=[\\t\\n])         | \\t
            nothing is a dash                 | \\t0(?=[\\t\\n])         | \\t—
            nothing is a stroke               | \\t0(?=[\\t\\n])         | \\t/
            nothing is a word                 | \\t0(?=[\\t\\n])         | \\t无
            numbers carry their unit          | \\t(\\d+)(?=[\\t\\n])     | \\t$1件
            numbers are full of width         | \\t13(?=\\n)            | \\t１３
            numbers stand in blanks           | \\t(\\d+)(?=[\\t\\n])     | '\\t $1　'
            numbers have decimals             | \\t(\\d+)(?=[\\t\\n])     | \\t$1.0
            the totals are left blank         | \\t14(?=\\n)            | \\t
            what is carried forward is blank  | (四、结转下年度继续办理)[\\t\\d]+ | $1\\t\\t\\t\\t\\t\\t\\t\\t\\t
            a note stands below the table     | (四、结转下年度继续办理[\\t\\d]+) | $1\\n注：上年结转2件，其中1件为重复登记。
            """)
    void anHonestTableBreaksNoRule(String ignoredName, String replaced, String by) throws IOException {
        String report = Files.readString(REPORT);
        String edited = report.replaceAll(replaced, by.translateEscapes());
        assertThat(edited).isNotEqualTo(report);
        assertThat(accusations(edited)).isEmpty();
    }

    private List<String> accusations(String report) throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), report);
        Extraction extraction = Cores.EXTRACTOR.extract(new Upload("report.txt", null, file));
        return extraction.findings().stream()
                .filter(finding -> finding.severity().compareTo(Severity.INCONSISTENCY) <= 0)
                .map(Finding::message)
                .toList();
    }
}
