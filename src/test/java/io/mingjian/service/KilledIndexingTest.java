package io.mingjian.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.index.ReportIndex;
import io.mingjian.index.SearchRequest;
import io.mingjian.index.SearchResult.Hit;
import io.mingjian.index.lucene.LuceneReportIndex;
import io.mingjian.index.query.SearchQuery.Everything;
import io.mingjian.index.query.SearchQuery.Exact;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.sql.DatabaseSettings;
import io.mingjian.store.sql.SqlReportStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Processes that are killed while they index: whatever they had been told is kept, is found after the next start.
@Tag("slow")
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledIndexingTest {
    private static final int TRIALS = 5;
    private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");

    @TempDir
    private Path folder;

    @Test
    void findsEverythingThatWasAcknowledged() throws Exception {
        Random random = new Random(8);
        Map<ReportId, String> acknowledged = new LinkedHashMap<>();
        for (int trial = 0; trial < TRIALS; trial++) {
            acknowledged.putAll(indexAndKill(15 + random.nextInt(60), random.nextInt(30)));
            look(acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(15 * TRIALS);
    }

    /// Lets a process index until it has said so many lines and a few milliseconds have passed, and kills it.
    private Map<ReportId, String> indexAndKill(int lines, int milliseconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        JAVA.toString(),
                        "-Xmx300m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        IndexingProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Map<ReportId, String> said = new LinkedHashMap<>();
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8)) {
            for (int i = 0; i < lines; i++) {
                take(output.readLine(), said);
            }
            TimeUnit.MILLISECONDS.sleep(milliseconds);
            // Not by the process itself, which would close what it still has to say.
            process.toHandle().destroyForcibly();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                take(line, said);
            }
        } finally {
            process.destroyForcibly();
        }
        return said;
    }

    private static void take(String line, Map<ReportId, String> said) {
        String[] words = String.valueOf(line).split(" ", -1);
        // A line that was cut by the kill says nothing.
        if (words.length == 3 && words[0].equals("kept") && ReportId.isValid(words[1])) {
            said.put(new ReportId(words[1]), words[2]);
        }
    }

    private void look(Map<ReportId, String> acknowledged) throws IOException {
        try (Directory directory = FSDirectory.open(folder.resolve("index"));
                CheckIndex check = new CheckIndex(directory)) {
            assertThat(check.checkIndex().clean)
                    .as("what was committed is whole")
                    .isTrue();
        }
        try (SqlReportStore store = SqlReportStore.open(folder, DatabaseSettings.embedded(), Clock.systemUTC());
                ReportIndex index = LuceneReportIndex.open(folder.resolve("index"), IndexingProcess.LANGUAGE, 2)) {
            assertThat(index.sequence())
                    .as("it goes on and does not begin anew")
                    .isPositive();
            new Indexing(IndexingProcess.readings(store), index, IndexingProcess.DECODER, IndexingProcess.COMMITS)
                    .catchUp();
            acknowledged.forEach((id, name) -> assertThat(index.search(Scope.ALL, SearchRequest.of(new Exact(name), 2))
                            .hits())
                    .as("what is acknowledged as %s", name)
                    .extracting(Hit::report)
                    .contains(id));
            assertThat(index.search(Scope.ALL, SearchRequest.of(new Everything(), 1))
                            .total())
                    .isEqualTo(store.count(Scope.ALL));
        }
    }
}
