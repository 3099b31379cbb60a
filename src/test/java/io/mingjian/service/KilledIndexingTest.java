package io.mingjian.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.KilledProcess;
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
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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

    private Map<ReportId, String> indexAndKill(int lines, int milliseconds) throws IOException, InterruptedException {
        Map<ReportId, String> said = new LinkedHashMap<>();
        KilledProcess.run(
                IndexingProcess.class, List.of(folder.toString()), lines, milliseconds, line -> take(line, said));
        return said;
    }

    private static void take(String line, Map<ReportId, String> said) {
        String[] words = line.split(" ", -1);
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
