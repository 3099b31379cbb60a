package io.mingjian.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.KilledProcess;
import io.mingjian.index.ReportIndex;
import io.mingjian.index.SearchRequest;
import io.mingjian.index.query.SearchQuery.Words;
import io.mingjian.service.Indexing;
import io.mingjian.store.Change;
import io.mingjian.store.ReportId;
import io.mingjian.store.Scope;
import io.mingjian.store.Version;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// Processes that are killed while they write: what they had been told is kept, is kept; and nothing is half.
@Tag("slow")
@ExtendWith(Databases.class)
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledStoreTest {
    private static final int ROUNDS = 20;

    @TempDir
    private Path folder;

    @Test
    void losesNothingAcknowledgedInTheEmbeddedDatabase() throws Exception {
        killAndLook(DatabaseSettings.embedded());
    }

    @Test
    void losesNothingAcknowledgedInPostgres(Databases.Server server) throws Exception {
        killAndLook(server.fresh());
    }

    private void killAndLook(DatabaseSettings settings) throws Exception {
        Random random = new Random(3);
        Map<ReportId, Integer> acknowledged = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            acknowledged.putAll(writeAndKill(settings, 1 + random.nextInt(40), random.nextInt(20)));
            look(settings, acknowledged);
        }
        assertThat(acknowledged).hasSizeGreaterThan(ROUNDS);
    }

    private Map<ReportId, Integer> writeAndKill(DatabaseSettings settings, int lines, int milliseconds)
            throws IOException, InterruptedException {
        List<String> arguments = settings.url() == null
                ? List.of(folder.toString())
                : List.of(folder.toString(), settings.url(), "postgres", "postgres");
        Map<ReportId, Integer> said = new HashMap<>();
        KilledProcess.run(WritingProcess.class, arguments, lines, milliseconds, line -> take(line, said));
        return said;
    }

    /// What the store has is found, each report once, after the index has caught up.
    private static void agree(SqlReportStore store, ReportIndex index) {
        Indexing indexing = WritingProcess.indexing(store, index);
        indexing.catchUp();
        assertThat(indexing.lag()).isZero();
        SearchRequest everything = SearchRequest.of(new Words("content", List.of()), 10);
        assertThat(index.search(Scope.ALL, everything).total()).isEqualTo(store.count(Scope.ALL));
    }

    private static void take(String line, Map<ReportId, Integer> said) {
        String[] words = line.split(" ", -1);
        // A line that was cut by the kill says nothing.
        if (words.length == 3 && ReportId.isValid(words[1]) && !words[2].isEmpty()) {
            said.put(new ReportId(words[1]), Integer.valueOf(words[2]));
        }
    }

    private void look(DatabaseSettings settings, Map<ReportId, Integer> acknowledged) {
        try (SqlReportStore store = SqlReportStore.open(folder, settings, Clock.systemUTC());
                ReportIndex index = WritingProcess.openIndex(folder)) {
            agree(store, index);
            acknowledged.forEach((id, version) -> {
                List<Version> versions = store.versions(id);
                assertThat(versions).as("%s", id).hasSizeGreaterThanOrEqualTo(version);
                for (Version kept : versions) {
                    String extraction =
                            new String(store.extraction(id, kept.number()).orElseThrow(), StandardCharsets.UTF_8);
                    assertThat(extraction).endsWith("in version " + kept.number());
                }
            });
            assertThat(store.verify().damaged()).isEmpty();
            assertThat(store.changes(0, Integer.MAX_VALUE))
                    .extracting(Change::sequence)
                    .doesNotHaveDuplicates();
        }
    }
}
