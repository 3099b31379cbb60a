package io.mingjian.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.mingjian.extract.Engine;
import io.mingjian.index.IndexedReport;
import io.mingjian.index.IndexedReport.IndexedSection;
import io.mingjian.index.ReportDecoder;
import io.mingjian.index.ReportIndex;
import io.mingjian.index.SearchRequest;
import io.mingjian.index.lucene.LuceneReportIndex;
import io.mingjian.index.query.SearchLanguage;
import io.mingjian.index.query.SearchQuery.Everything;
import io.mingjian.index.query.SearchQuery.Words;
import io.mingjian.ingest.Upload;
import io.mingjian.model.ModelFiles;
import io.mingjian.store.Act;
import io.mingjian.store.Belonging;
import io.mingjian.store.Reading;
import io.mingjian.store.ReportId;
import io.mingjian.store.ReportStore;
import io.mingjian.store.Scope;
import io.mingjian.store.Summary;
import io.mingjian.store.UnitId;
import io.mingjian.store.sql.DatabaseSettings;
import io.mingjian.store.sql.SqlReportStore;
import io.mingjian.text.PageMap;
import io.mingjian.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexingTest {
    private static final Summary SUMMARY =
            new Summary("a.txt", "text/plain", "m", null, null, null, null, null, null, Map.of());

    private static final Indexing.Commits COMMITS = new Indexing.Commits(Duration.ofSeconds(10), 1000);
    private static final Act ACT = new Act("a", null);
    private static final SearchLanguage LANGUAGE =
            SearchLanguage.read(ModelFiles.bundled("government-information-disclosure"));

    /// Reads the text alone, and fails on one that says so.
    private static final ReportDecoder DECODER = (id, extraction, text) -> {
        if (text.contains("坏")) {
            throw new IllegalStateException("unreadable");
        }
        Span whole = new Span(0, text.length());
        return new IndexedReport(
                id,
                IndexedReport.Profile.UNKNOWN,
                text,
                List.of(new IndexedSection("overview", "", whole)),
                PageMap.NONE,
                Map.of(),
                List.of());
    };

    @TempDir
    private Path folder;

    @Test
    void takesInWhatHappenedWhileTheIndexWasAway() {
        ReportId gone = inStore(store -> put(store, "旧的一篇"));
        inIndex((store, index) -> assertThat(new Indexing(readings(store), index, DECODER, COMMITS).catchUp())
                .isEqualTo(1));
        inStore(store -> {
            store.remove(gone, ACT);
            return put(store, "新的一篇");
        });
        inIndex((store, index) -> {
            Indexing indexing = new Indexing(readings(store), index, DECODER, COMMITS);
            assertThat(indexing.lag()).isEqualTo(2);
            assertThat(indexing.catchUp()).isEqualTo(2);
            assertThat(found(index, "旧的")).isZero();
            assertThat(found(index, "新的")).isEqualTo(1);
            assertThat(indexing.catchUp()).isZero();
        });
    }

    @Test
    void letsNoReportKeepTheOthersFromBeingFound() {
        inStore(store -> put(store, "坏的一篇"));
        inStore(store -> put(store, "好的一篇"));
        inIndex((store, index) -> {
            Indexing indexing = new Indexing(readings(store), index, DECODER, COMMITS);
            indexing.catchUp();
            assertThat(indexing.lag()).isZero();
            assertThat(found(index, "好的")).isEqualTo(1);
        });
    }

    @Test
    void startsOverWhereTheStoreIsOlderThanTheIndex() {
        inStore(store -> put(store, "现在的一篇"));
        inIndex((store, index) -> {
            index.put(9, DECODER.decode(new ReportId("f".repeat(32)), new byte[0], "将来的一篇"));
            new Indexing(readings(store), index, DECODER, COMMITS).catchUp();
            assertThat(found(index, "将来的")).isZero();
            assertThat(found(index, "现在的")).isEqualTo(1);
        });
    }

    @Test
    void makesTheIndexAnew() {
        for (int i = 0; i < 3; i++) {
            String text = "第" + i + "篇报告";
            inStore(store -> put(store, text));
        }
        inIndex((store, index) -> {
            Indexing indexing = new Indexing(readings(store), index, DECODER, COMMITS);
            indexing.catchUp();
            assertThat(indexing.rebuild()).isEqualTo(3);
            assertThat(found(index, "报告")).isEqualTo(3);
        });
    }

    @Test
    void countsWhatTheStoreCountsForEveryScope() {
        ReportId first = inStore(store -> put(store, "第一篇"));
        ReportId second = inStore(store -> put(store, "第二篇"));
        inStore(store -> put(store, "第三篇"));
        inIndex((store, index) -> {
            Indexing indexing = new Indexing(readings(store), index, DECODER, COMMITS);
            equalCounts(store, index, indexing, 3, 0);
            store.assign(first, new Belonging(new UnitId("410000/a"), 2023), ACT);
            store.assign(second, new Belonging(new UnitId("420000"), 2023), ACT);
            equalCounts(store, index, indexing, 3, 1);
            store.assign(second, new Belonging(new UnitId("410000"), 2023), ACT);
            equalCounts(store, index, indexing, 3, 2);
            store.remove(first, ACT);
            equalCounts(store, index, indexing, 2, 1);
            assertThat(indexing.rebuild()).isEqualTo(3);
            equalCounts(store, index, indexing, 2, 1);
        });
    }

    private static void equalCounts(ReportStore store, ReportIndex index, Indexing indexing, int all, int below) {
        indexing.catchUp();
        Scope county = new Scope.Units(Set.of(new UnitId("410000")));
        assertThat(store.count(Scope.ALL)).isEqualTo(all);
        assertThat(store.count(county)).isEqualTo(below);
        SearchRequest everything = SearchRequest.of(new Everything(), 10);
        assertThat(index.search(Scope.ALL, everything).total()).isEqualTo(all);
        assertThat(index.search(county, everything).total()).isEqualTo(below);
    }

    @Test
    void commitsAfterSoManyChanges() {
        for (int i = 0; i < 3; i++) {
            String text = "第" + i + "篇";
            inStore(store -> put(store, text));
        }
        inIndex((store, opened) -> {
            new Indexing(readings(store), opened, DECODER, new Indexing.Commits(Duration.ofDays(1), 4)).catchUp();
            assertThat(copied(opened, "before")).isZero();
            opened.clear();
            new Indexing(readings(store), opened, DECODER, new Indexing.Commits(Duration.ofDays(1), 3)).catchUp();
            assertThat(copied(opened, "after")).isEqualTo(3);
            opened.clear();
            new Indexing(readings(store), opened, DECODER, new Indexing.Commits(Duration.ZERO, 1000)).catchUp();
            assertThat(copied(opened, "at once")).isEqualTo(3);
        });
    }

    /// How many reports a copy holds: what was committed.
    private long copied(ReportIndex index, String name) {
        Path copy = folder.resolve(name);
        index.backup(copy);
        try (ReportIndex opened = LuceneReportIndex.open(copy, LANGUAGE, 1)) {
            return opened.search(Scope.ALL, SearchRequest.of(new Everything(), 1))
                    .total();
        }
    }

    private interface StoreStep {
        ReportId run(ReportStore store);
    }

    private interface IndexStep {
        void run(ReportStore store, ReportIndex index);
    }

    private ReportId inStore(StoreStep step) {
        try (ReportStore store = SqlReportStore.open(folder, DatabaseSettings.embedded(), Clock.systemUTC())) {
            return step.run(store);
        }
    }

    private void inIndex(IndexStep step) {
        try (ReportStore store = SqlReportStore.open(folder, DatabaseSettings.embedded(), Clock.systemUTC());
                ReportIndex index = LuceneReportIndex.open(folder.resolve("index"), LANGUAGE, 2)) {
            step.run(store, index);
        }
    }

    /// Nothing was decided here.
    private static Readings readings(ReportStore store) {
        return BareReadings.of((SqlReportStore) store);
    }

    private static ReportId put(ReportStore store, String text) {
        try {
            Path file = store.newUpload();
            Files.writeString(file, text);
            return store.put(
                            new Upload("a.txt", null, file),
                            Belonging.UNSTATED,
                            new Reading(new byte[] {'{', '}'}, text, SUMMARY, new Engine("e", "m")),
                            ACT)
                    .report()
                    .id();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long found(ReportIndex index, String query) {
        return index.search(Scope.ALL, SearchRequest.of(new Words(query, List.of()), 10))
                .total();
    }
}
